//! `/usaha/{id}`: the business file. Its main figure is the size class, with the reason for it.

use domain::{
    business::{BusinessFile, ClaimKind, Evidence, Verdict},
    ids::BusinessId,
    place,
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    api::{DeclareClaim, FilePage as Page, OpenFile, RecordSnapshot},
    claim_name,
    claims::{ClaimActions, Claims},
    class_name, evidence_name,
    history::History,
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm, Saved, accepted},
    ui::{Callout, Field, Icon, Photo, SelectField, Tone, error_sentence, fields_of},
    words::{business as b, ui, use_words},
};

/// The page.
#[component]
pub fn FilePage() -> impl IntoView {
    let claim = Post::to::<DeclareClaim>();
    let snapshot = Post::to::<RecordSnapshot>();
    let claims = ClaimActions::new();
    let own = accepted([claim, snapshot]);
    let page = ask_about(
        "id",
        move || (own(), claims.accepted()),
        |business| OpenFile { business },
    );
    answered(
        page,
        move |page| view! { <Whole page claim snapshot claims/> },
    )
}

#[component]
fn Whole(page: Page, claim: Post, snapshot: Post, claims: ClaimActions) -> impl IntoView {
    let w = use_words();
    let Page {
        file,
        claim: claim_input,
        snapshot: snapshot_input,
        refusal,
        timeline,
        may_edit,
        may_check,
    } = page;
    let kept = refusal.map(AppError::Refused);
    let (is_claim, is_snapshot) = (
        !claim_input.kind.is_empty() || !claim_input.number.is_empty(),
        snapshot_input != Default::default(),
    );
    let (kept_claim, kept_snapshot, kept_other) = (
        kept.clone().filter(|_| is_claim),
        kept.clone().filter(|_| is_snapshot),
        kept.filter(|_| !is_claim && !is_snapshot),
    );
    let (id, zone) = (file.id, file.zone);
    let place = format!("{} · {}", file.site.short(), file.centre_name);
    view! {
        <Title text=file.name.clone()/>
        <header class="nk-head">
            {file.photo.clone().map(|picture| view! { <Photo picture sizes="64px" class="nk-thumb"/> })}
            <div><h1>{file.name.clone()}</h1><p>{place}</p></div>
            {may_edit.then(|| view! {
                <div class="nk-btn-row"><A href=format!("/usaha/{id}/profil") attr:class="nk-btn nk-btn-outline"><Icon icon=icondata_lu::LuPencilLine/>{w.t(b::PROFILE_EDIT)}</A></div>
            })}
        </header>
        <div class="nk-cols">
            <div class="nk-stack">
                <Size verdict=file.size.clone()/>
                <Claims list=file.claims.clone() may_edit may_check acts=claims kept=kept_other/>
                <Snapshots file/>
                <History timeline zone/>
            </div>
            {may_edit.then(|| view! {
                <div class="nk-stack">
                    <SnapshotSection id action=snapshot input=snapshot_input kept=kept_snapshot/>
                    <ClaimSection id action=claim input=claim_input kept=kept_claim/>
                </div>
            })}
        </div>
    }
}

#[component]
fn Size(verdict: Option<Verdict>) -> impl IntoView {
    let w = use_words();
    let body = match verdict {
        None => view! { <p class="nk-muted">{w.t(b::SIZE_UNKNOWN)}</p> }.into_any(),
        Some(verdict) => {
            let as_of = place::date(verdict.as_of, w.language);
            let evidence = w.t(evidence_name(verdict.evidence));
            let reason = match verdict.bound {
                Some(bound) => w.fill(
                    b::SIZE_REASON,
                    &[
                        ("turnover", &verdict.turnover),
                        ("bound", &bound),
                        ("as_of", &as_of),
                    ],
                ),
                None => w.fill(
                    b::SIZE_REASON_LARGE,
                    &[("turnover", &verdict.turnover), ("as_of", &as_of)],
                ),
            };
            view! {
                <p class="nk-figure"><b>{w.t(class_name(verdict.class))}</b><span>{evidence}</span></p>
                <details><summary class="nk-link">{w.t(b::WHY)}</summary><p class="nk-small">{reason}" "{w.fill(b::RULE, &[("source", &verdict.source)])}</p></details>
            }
            .into_any()
        }
    };
    view! { <section class="nk-card nk-card-pad"><div class="nk-card-head"><h2>{w.t(b::SIZE)}</h2></div>{body}</section> }
}

#[component]
fn Snapshots(file: BusinessFile) -> impl IntoView {
    let w = use_words();
    let empty = file.snapshots.is_empty();
    let rows = file
        .snapshots
        .into_iter()
        .map(|line| {
            view! {
                <tr><td>{place::date(line.as_of, w.language)}</td>
                    <td data-label=w.t(b::TURNOVER)>{line.turnover.to_string()}</td>
                    <td data-label=w.t(b::WORKERS)>{line.workers_women + line.workers_men}</td>
                    <td data-label=w.t(b::SIZE)>{line.class.map(|class| w.t(class_name(class)))}</td></tr>
            }
        })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad">
            <div class="nk-card-head"><h2>{w.t(b::SNAPSHOTS)}</h2></div>
            {if empty {
                view! { <p class="nk-muted">{w.t(b::SNAPSHOTS_EMPTY)}</p> }.into_any()
            } else {
                view! { <table class="nk-table">
                    <thead><tr><th>{w.t(b::AS_OF)}</th><th>{w.t(b::TURNOVER)}</th><th>{w.t(b::WORKERS)}</th><th>{w.t(b::SIZE)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table> }.into_any()
            }}
        </section>
    }
}

#[component]
fn SnapshotSection(
    id: BusinessId,
    action: Post,
    input: domain::business::SnapshotForm,
    kept: Option<AppError>,
) -> impl IntoView {
    let w = use_words();
    let error = action.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let choices = [Evidence::Stated, Evidence::Books]
        .map(|evidence| {
            let selected = input.evidence == evidence.as_str();
            view! { <option value=evidence.as_str() selected=selected>{w.t(evidence_name(evidence))}</option> }
        })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad" id="angka">
            <div class="nk-card-head"><h2>{w.t(b::SNAPSHOT_ADD)}</h2></div>
            <PostForm post=action attr:class="nk-form">
                <Saved post=action/>
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="business" value=id.to_string()/>
                <Field name="form[turnover]" label=w.t(b::TURNOVER) hint=w.t(b::TURNOVER_HINT) value=input.turnover mode="numeric" problems/>
                <Field name="form[as_of]" label=w.t(b::AS_OF) kind="date" value=input.as_of problems/>
                <div class="nk-two">
                    <Field name="form[workers_women]" label=w.t(b::WOMEN) value=input.workers_women mode="numeric" problems/>
                    <Field name="form[workers_men]" label=w.t(b::MEN) value=input.workers_men mode="numeric" problems/>
                </div>
                <SelectField name="form[evidence]" label=w.t(b::EVIDENCE) problems>{choices}</SelectField>
                <button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}

#[component]
fn ClaimSection(
    id: BusinessId,
    action: Post,
    input: domain::business::ClaimForm,
    kept: Option<AppError>,
) -> impl IntoView {
    let w = use_words();
    let error = action.error(kept);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let choices = ClaimKind::ALL
        .iter()
        .map(|kind| {
            let selected = input.kind == kind.as_str();
            view! { <option value=kind.as_str() selected=selected>{w.t(claim_name(*kind))}</option> }
        })
        .collect_view();
    view! {
        <section class="nk-card nk-card-pad" id="izin">
            <div class="nk-card-head"><h2>{w.t(b::CLAIM_ADD)}</h2></div>
            <PostForm post=action attr:class="nk-form">
                <Saved post=action/>
                {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                <input type="hidden" name="business" value=id.to_string()/>
                <SelectField name="form[kind]" label=w.t(b::CLAIM) problems>{choices}</SelectField>
                <Field name="form[number]" label=w.t(b::NUMBER) hint=w.t(b::NUMBER_HINT) value=input.number problems/>
                <Field name="form[expires_on]" label=w.t(b::UNTIL) hint=w.t(b::UNTIL_HINT) kind="date" value=input.expires_on problems/>
                <button class="nk-btn nk-btn-outline">{w.t(ui::SAVE)}</button>
            </PostForm>
        </section>
    }
}
