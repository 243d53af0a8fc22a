//! `/jejak`: who did what at a centre, and whether that record is still what was written.

use domain::{
    audit::{Break, Deed, Verdict},
    place::Zone,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use super::{
    deeds::{act_name, thing_name},
    staff_api::{AuditPage as Page, OpenAudit},
};
use crate::{
    ask::{answered, ask},
    ui::{Callout, Icon, Tone},
    words::{people as p, ui, use_words},
};

/// The page.
#[component]
pub fn AuditPage() -> impl IntoView {
    let query = use_query_map();
    let check = Memo::new(move |_| query.with(|query| query.get("periksa").is_some()));
    let page = ask(
        move || OpenAudit {
            centre: None,
            check: check.get(),
        },
        || (),
    );
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_AUDIT)/>
        <header class="nk-head">
            <div><h1>{w.t(ui::RAIL_AUDIT)}</h1><p>{w.t(p::AUDIT_LEAD)}</p></div>
            <div class="nk-btn-row"><a class="nk-btn nk-btn-outline" href="/jejak?periksa=1"><Icon icon=icondata_lu::LuShieldCheck/>{w.t(p::AUDIT_CHECK)}</a></div>
        </header>
        {answered(page, move |page| view! { <Whole page/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    view! {
        <div class="nk-stack">
            {page.verdict.map(|verdict| view! { <Found verdict/> })}
            <Deeds deeds=page.deeds zone=page.zone/>
        </div>
    }
}

#[component]
fn Found(verdict: Verdict) -> impl IntoView {
    let w = use_words();
    match verdict {
        Verdict::Whole {
            seals,
            sealed,
            unsealed,
            head,
        } => {
            let said = w.fill(
                p::AUDIT_WHOLE,
                &[
                    ("seals", &seals),
                    ("sealed", &sealed),
                    ("unsealed", &unsealed),
                ],
            );
            view! { <Callout tone=Tone::Ok>{said}<br/><small>{w.t(p::AUDIT_HEAD)}": "<code class="nk-tiny">{head}</code></small></Callout> }.into_any()
        }
        Verdict::Broken { seal, why } => {
            let why = match why {
                Break::LineChanged => w.t(p::BREAK_LINE).to_owned(),
                Break::LineCount { sealed, found } => {
                    w.fill(p::BREAK_COUNT, &[("sealed", &sealed), ("found", &found)])
                }
                Break::SealChanged => w.t(p::BREAK_SEAL).to_owned(),
                Break::SealGone => w.t(p::BREAK_GONE).to_owned(),
            };
            view! { <Callout tone=Tone::Error>{w.fill(p::AUDIT_BROKEN, &[("seal", &seal)])}" "{why}</Callout> }.into_any()
        }
    }
}

#[component]
fn Deeds(deeds: Vec<Deed>, zone: Zone) -> impl IntoView {
    let w = use_words();
    let rows = deeds
        .into_iter()
        .map(|deed| {
            let short = deed.entity_id.chars().rev().take(6).collect::<Vec<_>>();
            let short: String = short.into_iter().rev().collect();
            let (icon, word) = if deed.sealed {
                (icondata_lu::LuLock, p::SEALED)
            } else {
                (icondata_lu::LuClock, p::UNSEALED)
            };
            let act = act_name(&deed.act).map_or(deed.act, |key| w.t(key).to_owned());
            let thing = thing_name(&deed.entity).map_or(deed.entity, |key| w.t(key).to_owned());
            view! {
                <tr><th scope="row">{deed.actor.unwrap_or_else(|| w.t(p::BY_ITSELF).to_owned())}<small>{zone.moment(deed.at, w.language)}</small></th>
                    <td data-label=w.t(p::ACT)>{act}</td>
                    <td data-label=w.t(p::THING)><span title=deed.entity_id>{thing}" …"{short}</span></td>
                    <td data-label=w.t(p::SEAL)><span class="nk-chip nk-chip-draft"><Icon icon/>{w.t(word)}</span></td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card">
            <table class="nk-table">
                <thead><tr><th scope="col">{w.t(p::WHO)}</th><th scope="col">{w.t(p::ACT)}</th><th scope="col">{w.t(p::THING)}</th><th scope="col">{w.t(p::SEAL)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
