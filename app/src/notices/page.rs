//! `/pemberitahuan`: what happened, the youngest first. A tap marks it as read and leads there.

use domain::notices::{Notice, Received};
use icondata_core::IconData;
use leptos::prelude::*;
use leptos_meta::Title;

use super::api::{MyNotices, ReadNotice};
use crate::{
    ask::{answered, ask},
    post::{Post, PostForm, accepted},
    ui::{Empty, Icon},
    words::{notices as n, use_words},
};

/// The page.
#[component]
pub fn NoticesPage() -> impl IntoView {
    let read = Post::to::<ReadNotice>();
    let list = ask(|| MyNotices {}, accepted([read]));
    let w = use_words();
    view! {
        <Title text=w.t(n::NOTICES)/>
        <header class="nk-head"><div><h1>{w.t(n::NOTICES)}</h1></div></header>
        {answered(list, move |list| if list.is_empty() { view! { <Empty title=w.t(n::EMPTY) hint=w.t(n::EMPTY_HINT)/> }.into_any() } else { view! {
                        {list.iter().any(|one| one.read_at.is_none()).then(|| view! {
                            <PostForm post=read><button class="nk-btn nk-btn-text nk-btn-small">{w.t(n::READ_ALL)}</button></PostForm>
                        })}
                        <ol class="nk-card nk-notices">{list.into_iter().map(|one| view! { <Line one read/> }).collect_view()}</ol>
                    }.into_any() })}
    }
    .into_any()
}

#[component]
fn Line(one: Received, read: Post) -> impl IntoView {
    let w = use_words();
    let new = one.read_at.is_none();
    view! {
        <li class:is-new=new>
            <span class="nk-tile"><Icon icon=icon(&one.notice)/></span>
            <div>
                <p>{one.notice.sentence(w.language)}</p>
                <time datetime=one.at.to_rfc3339()>{w.moment(one.at)}</time>
                <PostForm post=read>
                    <input type="hidden" name="notice" value=one.id.to_string()/>
                    <input type="hidden" name="to" value=one.notice.path()/>
                    <button class="nk-btn nk-btn-text nk-btn-small">{w.t(n::OPEN)}</button>
                </PostForm>
            </div>
        </li>
    }
}

fn icon(notice: &Notice) -> &'static IconData {
    match notice {
        Notice::SubmissionReceived { .. } => icondata_lu::LuSend,
        Notice::ScoringWaits { .. } => icondata_lu::LuClipboardList,
        Notice::DecisionReleased { .. } => icondata_lu::LuBadgeCheck,
        Notice::AppealCame { .. } | Notice::AppealAnswered { .. } => icondata_lu::LuScale,
        Notice::CodeMade { .. }
        | Notice::PasswordRecovered { .. }
        | Notice::NewDevice { .. }
        | Notice::PasskeyMade { .. } => icondata_lu::LuKeyRound,
        Notice::FeedbackCame { .. } => icondata_lu::LuMegaphone,
        Notice::InquiryCame { .. } => icondata_lu::LuMessageCircle,
        Notice::ScoringEnds { .. } | Notice::ClaimExpires { .. } | Notice::BadgeEnded { .. } => {
            icondata_lu::LuClockAlert
        }
    }
}
