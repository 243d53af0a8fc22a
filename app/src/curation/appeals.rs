//! `/putaran/{id}/banding`: objections to decisions, and answering them.

use domain::{curation::AppealLine, ids::RoundId, place::Zone};
use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    deciding_api::{AnswerAppeal, AnswerInput, AppealsPage as Page, OpenAppeals},
    round::{RoundHead, RoundTabs},
    said::{Said, SaidNote},
};
use crate::{
    ask::{answered, ask_about},
    post::{Post, PostForm, accepted},
    ui::{Empty, GradeLabel, Icon},
    words::{curation as c, use_words},
};

/// The page.
#[component]
pub fn AppealsPage() -> impl IntoView {
    let answer = Post::to::<AnswerAppeal>();
    let page = ask_about("id", accepted([answer]), |round| OpenAppeals { round });
    answered(page, move |page| view! { <Whole page answer/> })
}

#[component]
fn Whole(page: Page, answer: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        round,
        appeals,
        zone,
        kept,
        refusal,
    } = page;
    let said = Said::new(refusal).follow(answer);
    let (id, none) = (round.id, appeals.is_empty());
    let open = appeals.iter().filter(|line| line.granted.is_none()).count() as i64;
    let cards = appeals
        .into_iter()
        .map(|line| {
            let kept = kept.clone().filter(|kept| kept.appeal == line.id);
            view! { <Card round=id line zone kept answer/> }
        })
        .collect_view();
    view! {
        <RoundHead round=round.clone()/>
        <RoundTabs round=id here=2 open_appeals=open/>
        <Title text=format!("{} · {}", w.t(c::TAB_APPEALS), round.name)/>
        <div class="nk-stack">
            <SaidNote said/>
            {none.then(|| view! { <div class="nk-card"><Empty title=w.t(c::APPEALS_EMPTY) hint=w.t(c::APPEALS_EMPTY_HINT)/></div> })}
            {cards}
        </div>
    }
}

#[component]
fn Card(
    round: RoundId,
    line: AppealLine,
    zone: Zone,
    kept: Option<AnswerInput>,
    answer: Post,
) -> impl IntoView {
    let w = use_words();
    let made = zone.moment(line.made_at, w.language);
    let state = match line.granted {
        None => view! { <span class="nk-chip nk-chip-wait"><Icon icon=icondata_lu::LuClock/>{w.t(c::APPEAL_WAITS)}</span> }.into_any(),
        Some(true) => view! { <span class="nk-chip nk-chip-ok"><Icon icon=icondata_lu::LuCircleCheck/>{w.t(c::APPEAL_GRANTED)}</span> }.into_any(),
        Some(false) => view! { <span class="nk-chip nk-chip-draft"><Icon icon=icondata_lu::LuCircleX/>{w.t(c::APPEAL_REFUSED)}</span> }.into_any(),
    };
    let answered = line.answer.clone();
    let open = line.granted.is_none();
    view! {
        <article class="nk-card nk-card-pad nk-pending-card">
            <header>
                <GradeLabel grade=line.grade/>
                <div><h2>{line.product_name.clone()}</h2><p class="nk-small nk-muted">{line.business_name.clone()}" · "{w.fill(c::SCORE_IS, &[("n", &line.score)])}" · "{made}</p></div>
                {state}
            </header>
            <blockquote class="nk-note">{line.reason.clone()}</blockquote>
            {answered.map(|answered| view! { <p class="nk-small"><b>{w.t(c::APPEAL_ANSWER)}": "</b>{answered}</p> })}
            {open.then(|| view! { <AnswerForm round line kept answer/> })}
        </article>
    }
}

#[component]
fn AnswerForm(
    round: RoundId,
    line: AppealLine,
    kept: Option<AnswerInput>,
    answer: Post,
) -> impl IntoView {
    let w = use_words();
    let granted = kept.as_ref().is_some_and(|kept| kept.granted);
    let words = kept.map(|kept| kept.answer).unwrap_or_default();
    let field = format!("a{}", line.id);
    let choice = move |value: bool, title, hint| {
        view! {
            <label class="nk-choice"><input type="radio" name="granted" value=value.to_string() checked={granted == value}/>
                <span><b>{w.t(title)}</b><small>{w.t(hint)}</small></span></label>
        }
    };
    view! {
        <PostForm post=answer attr:class="nk-form">
            <input type="hidden" name="appeal" value=line.id.to_string()/>
            <input type="hidden" name="round" value=round.to_string()/>
            <div class="nk-choices" role="radiogroup" aria-label=w.t(c::APPEAL_ANSWER)>
                {choice(false, c::APPEAL_KEEP, c::APPEAL_KEEP_HINT)}
                {choice(true, c::APPEAL_GRANT, c::APPEAL_GRANT_HINT)}
            </div>
            <div class="nk-field"><label for=field.clone()>{w.t(c::APPEAL_ANSWER)}</label><p class="nk-hint">{w.t(c::APPEAL_ANSWER_HINT)}</p>
                <textarea class="nk-input" id=field name="answer" rows="3" minlength="10" maxlength="2000">{words}</textarea></div>
            <div class="nk-btn-row"><button class="nk-btn nk-btn-primary">{w.t(c::APPEAL_SEND)}</button></div>
        </PostForm>
    }
}
