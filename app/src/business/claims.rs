//! The licences of a business file: how each stands, what proves it, and what staff found at its source.

use domain::{
    business::{ClaimLine, Standing},
    place,
};
use leptos::prelude::*;

use super::{
    api::{CheckClaim, EndClaim},
    claim_name,
};
use crate::{
    Answer, AppError,
    post::{Post, PostForm, accepted},
    ui::{Callout, ClaimMark, Icon, Tone, error_sentence},
    words::{business as b, use_words},
};

/// What can be done to the claims of a file.
#[derive(Clone, Copy)]
pub struct ClaimActions {
    check: Post,
    end: Post,
    accepted: Memo<u32>,
}

impl ClaimActions {
    /// Nothing done yet.
    pub fn new() -> Self {
        let check = Post::to::<CheckClaim>();
        let end = Post::to::<EndClaim>();
        let changes = accepted([check, end]);
        Self {
            check,
            end,
            accepted: Memo::new(move |_| changes()),
        }
    }

    /// How often one was accepted, so that the page reads the claims again.
    pub fn accepted(&self) -> u32 {
        self.accepted.get()
    }

    fn last(&self) -> Option<Answer<()>> {
        self.check.last().or(self.end.last())
    }
}

impl Default for ClaimActions {
    fn default() -> Self {
        Self::new()
    }
}

/// The list.
#[component]
pub(super) fn Claims(
    list: Vec<ClaimLine>,
    may_edit: bool,
    may_check: bool,
    acts: ClaimActions,
    kept: Option<AppError>,
) -> impl IntoView {
    let w = use_words();
    let error = move || match acts.last() {
        Some(answer) => answer.err(),
        None => kept.clone(),
    };
    let empty = list.is_empty();
    let rows = list
        .into_iter()
        .map(|line| view! { <Line line may_edit may_check acts/> });
    view! {
        <section class="nk-card nk-card-pad" id="berkas-izin">
            <header class="nk-card-head"><h2>{w.t(b::CLAIMS)}</h2></header>
            {move || error().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
            {if empty {
                view! { <p class="nk-muted">{w.t(b::CLAIMS_EMPTY)}</p> }.into_any()
            } else {
                view! { <ul class="nk-claim-list">{rows.collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

#[component]
fn Line(line: ClaimLine, may_edit: bool, may_check: bool, acts: ClaimActions) -> impl IntoView {
    let w = use_words();
    let until = line
        .expires_on
        .map(|day| w.fill(b::VALID_UNTIL, &[("day", &place::date(day, w.language))]));
    let checked = line
        .verified_at
        .zip(line.verifier.clone())
        .map(|(at, who)| {
            let day = w.day(at);
            w.fill(
                b::CHECKED_BY,
                &[("who", &who), ("source", &line.source), ("day", &day)],
            )
        });
    let id = line.id.to_string();
    let verified = line.standing == Standing::Verified;
    let field = format!("bukti-{id}");
    view! {
        <li>
            <p class="nk-row-wrap"><ClaimMark name=w.t(claim_name(line.kind)) standing=line.standing/><span class="nk-num">{line.number}</span></p>
            <p class="nk-small nk-muted">{[until, checked].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
            {line.evidence.map(|media| view! {
                <p><a class="nk-link nk-small" href=format!("/berkas/{media}") rel="external" download=""><Icon icon=icondata_lu::LuPaperclip/>{w.t(b::EVIDENCE_OPEN)}</a></p>
            })}
            {(may_edit || may_check).then(|| view! {
                <details class="nk-more">
                    <summary>{w.t(b::CLAIM_MANAGE)}</summary>
                    {may_edit.then(|| view! {
                        <form method="post" enctype="multipart/form-data" action=format!("/unggah/izin/{id}") class="nk-form">
                            <div class="nk-field">
                                <label for=field.clone()>{w.t(b::EVIDENCE_FILE)}</label>
                                <p class="nk-hint">{w.t(b::EVIDENCE_HINT)}</p>
                                <input class="nk-input" id=field.clone() type="file" name="evidence" accept="application/pdf,image/jpeg,image/png,image/webp"/>
                            </div>
                            <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(b::EVIDENCE_SEND)}</button>
                        </form>
                    })}
                    {(may_check && !verified).then(|| view! { <Check id=id.clone() acts/> })}
                    {may_edit.then(|| view! {
                        <PostForm post=acts.end attr:class="nk-form">
                            <input type="hidden" name="claim" value=id.clone()/>
                            <label class="nk-check"><input type="checkbox" name="sure" value="true"/><span>{w.t(b::CLAIM_END_SURE)}</span></label>
                            <button class="nk-btn nk-btn-text nk-btn-small">{w.t(b::CLAIM_END)}</button>
                        </PostForm>
                    })}
                </details>
            })}
        </li>
    }
}

/// What staff found at the source.
#[component]
fn Check(id: String, acts: ClaimActions) -> impl IntoView {
    let w = use_words();
    let (source, last) = (format!("sumber-{id}"), format!("sampai-{id}"));
    view! {
        <PostForm post=acts.check attr:class="nk-form">
            <input type="hidden" name="claim" value=id/>
            <div class="nk-two">
                <div class="nk-field"><label for=source.clone()>{w.t(b::CHECK_SOURCE)}</label><input class="nk-input" id=source.clone() name="form[source]" placeholder="OSS"/></div>
                <div class="nk-field"><label for=last.clone()>{w.t(b::UNTIL)}</label><input class="nk-input" id=last.clone() type="date" name="form[expires_on]"/></div>
            </div>
            <div class="nk-btn-row">
                <button class="nk-btn nk-btn-primary nk-btn-small" name="form[good]" value="true">{w.t(b::CHECK_GOOD)}</button>
                <button class="nk-btn nk-btn-outline nk-btn-small" name="form[good]" value="false">{w.t(b::CHECK_BAD)}</button>
            </div>
        </PostForm>
    }
}
