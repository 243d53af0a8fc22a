//! `/tugas`: everything I have to do.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    TaskCard,
    api::{FinishTask, MyTasks, TasksOfMine},
};
use crate::{
    AppError,
    ask::{answered, ask},
    post::{Post, accepted},
    ui::{Callout, Empty, Tone, error_sentence},
    words::{tasks as t, use_words},
};

/// The page.
#[component]
pub fn TasksPage() -> impl IntoView {
    let finish = Post::to::<FinishTask>();
    let tasks = ask(|| TasksOfMine {}, accepted([finish]));
    let w = use_words();
    view! {
        <Title text=w.t(t::TASKS)/>
        <header class="nk-head"><div><h1>{w.t(t::TASKS)}</h1></div></header>
        {answered(tasks, move |mine| if mine.tasks.is_empty() { view! { <Empty title=w.t(t::EMPTY) hint=w.t(t::EMPTY_HINT)/> }.into_any() } else { view! { <List mine finish/> }.into_any() })}
    }
    .into_any()
}

#[component]
fn List(mine: MyTasks, finish: Post) -> impl IntoView {
    let w = use_words();
    let kept = mine.refusal.map(AppError::Refused);
    let error = finish.error(kept);
    let tasks = mine.tasks.into_iter().map(|task| view! {
        <TaskCard id=task.id title=task.title.get(w.language).to_owned() detail=format!("{} · {}", task.business_name, task.detail.get(w.language))
            line=task.line due=task.due_on late=task.late done=task.done_at.is_some() own=true action=finish back="/tugas".to_owned()/>
    });
    view! {
        {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
        <ul class="nk-card nk-tasks">{tasks.collect_view()}</ul>
    }
}
