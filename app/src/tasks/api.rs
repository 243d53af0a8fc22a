//! One's tasks, and handing one in.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{Refusal, ids::TaskId, tasks::Task};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// One's tasks, and why the last one handed in was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyTasks {
    /// The open ones first.
    pub tasks: Vec<Task>,
    /// Why the last post was refused.
    pub refusal: Option<Refusal>,
}

/// One's own tasks, the open ones first.
#[server(prefix = "/api", endpoint = "tasks/mine", input = server_fn::codec::GetUrl)]
pub async fn tasks_of_mine() -> Answer<MyTasks> {
    use crate::request::{Told, actor, centre, refusal_of};
    Ok(MyTasks {
        tasks: centre::tasks::mine(&centre(), &actor()?).await.told()?,
        refusal: refusal_of(&["finish_task"]).await,
    })
}

/// Hands a task in, with its proof in words.
#[server(prefix = "/api", endpoint = "tasks/finish")]
pub async fn finish_task(
    task: TaskId,
    #[server(default)] proof: String,
    #[server(default)] back: String,
) -> Answer<()> {
    use crate::request::{Told, actor, centre, end_form, local_path, refuse};
    let place = {
        let mut conn = centre().db.read().await.told()?;
        centre::tasks::place(&mut conn, task)
            .await
            .told()?
            .ok_or_else(|| refuse(Refusal::NotFound))?
    };
    let permit = actor()?.may(domain::access::act::DoTask, &place).told()?;
    let outcome = centre::tasks::finish(&centre(), permit, task, &proof, None).await;
    let back = local_path(&back, "/tugas");
    end_form("finish_task", &back, &(), outcome, |()| back.clone()).await
}
