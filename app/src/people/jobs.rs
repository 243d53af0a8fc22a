//! `/pekerjaan`: work that did not get done, and trying it again.

use domain::{ids::CentreId, jobs::DeadLetter, notices::Unsent, place::Zone};
use leptos::prelude::*;
use leptos_meta::Title;

use super::staff_api::{JobsPage as Page, OpenJobs, RetryJob};
use crate::{
    ask::{answered, ask},
    curation::said::{Said, SaidNote},
    post::{Post, PostForm, accepted},
    ui::Empty,
    words::{people as p, refusals, ui, use_words},
};

/// The page.
#[component]
pub fn JobsPage() -> impl IntoView {
    let retry = Post::to::<RetryJob>();
    let page = ask(|| OpenJobs { centre: None }, accepted([retry]));
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_JOBS)/>
        <header class="nk-head"><div><h1>{w.t(ui::RAIL_JOBS)}</h1><p>{w.t(p::JOBS_LEAD)}</p></div></header>
        {answered(page, move |page| view! { <Whole page retry/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, retry: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        zone,
        dead,
        unsent,
        refusal,
    } = page;
    let said = Said::new(refusal).follow(retry);
    let none = dead.is_empty() && unsent.is_empty();
    view! {
        <div class="nk-stack">
            <SaidNote said/>
            {none.then(|| view! { <div class="nk-card"><Empty title=w.t(p::JOBS_NONE) hint=w.t(p::JOBS_NONE_HINT)/></div> })}
            <Dead centre dead zone retry/>
            <Waiting unsent zone/>
        </div>
    }
}

#[component]
fn Dead(centre: CentreId, dead: Vec<DeadLetter>, zone: Zone, retry: Post) -> impl IntoView {
    let w = use_words();
    if dead.is_empty() {
        return ().into_any();
    }
    let rows = dead
        .into_iter()
        .map(|one| {
            let again = if one.may_retry {
                view! {
                    <PostForm post=retry>
                        <input type="hidden" name="centre" value=centre.to_string()/>
                        <input type="hidden" name="job" value=one.id.to_string()/>
                        <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(ui::RETRY)}</button>
                    </PostForm>
                }
                .into_any()
            } else {
                view! { <small>{w.t(refusals::PROVINCE_ONLY)}</small> }.into_any()
            };
            view! {
                <tr><th scope="row">{one.kind.clone()}<small>{zone.moment(one.died_at, w.language)}</small></th>
                    <td data-label=w.t(p::JOB_ERROR) class="is-wide"><code class="nk-small">{one.error}</code></td>
                    <td data-label=w.t(p::JOB_TRIES) class="is-num">{one.attempts}</td>
                    <td class="is-num">{again}</td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(p::JOBS_DEAD)}</h2></header>
            <table class="nk-table"><thead><tr><th scope="col">{w.t(p::JOB)}</th><th scope="col">{w.t(p::JOB_ERROR)}</th><th scope="col" class="is-num">{w.t(p::JOB_TRIES)}</th><th scope="col"><span class="nk-vh">{w.t(ui::RETRY)}</span></th></tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
    .into_any()
}

#[component]
fn Waiting(unsent: Vec<Unsent>, zone: Zone) -> impl IntoView {
    let w = use_words();
    if unsent.is_empty() {
        return ().into_any();
    }
    let rows = unsent
        .into_iter()
        .map(|one| {
            view! {
                <tr><th scope="row">{one.reader}</th><td data-label=w.t(p::JOB)>{one.kind}</td>
                    <td data-label=w.t(p::MAIL_DUE)>{zone.brief(one.due_at, w.language)}</td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card">
            <header class="nk-card-head nk-card-pad"><h2>{w.t(p::MAIL_WAITS)}</h2><span>{w.t(p::MAIL_WAITS_HINT)}</span></header>
            <table class="nk-table"><thead><tr><th scope="col">{w.t(p::WHO)}</th><th scope="col">{w.t(p::JOB)}</th><th scope="col">{w.t(p::MAIL_DUE)}</th></tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
    .into_any()
}
