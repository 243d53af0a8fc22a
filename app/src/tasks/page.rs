//! `/tugas`: everything I have to do.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    TaskCard,
    api::{FinishTask, MyTasks, tasks_of_mine},
};
use crate::{
    AppError,
    ask::{accepted, answered, ask, successes},
    ui::{Callout, Empty, Tone, error_sentence},
    words::{tasks as t, use_words},
};

/// The page.
#[component]
pub fn TasksPage() -> impl IntoView {
    let finish = ServerAction::<FinishTask>::new();
    let tasks = ask(accepted([successes(finish)]), |_| tasks_of_mine());
    let w = use_words();
    view! {
        <Title text=w.t(t::TASKS)/>
        <header class="nk-head"><div><h1>{w.t(t::TASKS)}</h1></div></header>
        {answered(tasks, move |mine| if mine.tasks.is_empty() { view! { <Empty title=w.t(t::EMPTY) hint=w.t(t::EMPTY_HINT)/> }.into_any() } else { view! { <List mine finish/> }.into_any() })}
    }
    .into_any()
}

#[component]
fn List(mine: MyTasks, finish: ServerAction<FinishTask>) -> impl IntoView {
    let w = use_words();
    let kept = mine.refusal.map(AppError::Refused);
    let error = move || match finish.value().get() {
        Some(answer) => answer.err(),
        None => kept.clone(),
    };
    let tasks = mine.tasks.into_iter().map(|task| view! {
        <TaskCard id=task.id title=task.title.get(w.language).to_owned() detail=format!("{} · {}", task.business_name, task.detail.get(w.language))
            line=task.line due=task.due_on late=task.late done=task.done_at.is_some() own=true action=finish back="/tugas".to_owned()/>
    });
    view! {
        {move || error().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
        <ul class="nk-card nk-tasks">{tasks.collect_view()}</ul>
    }
}
