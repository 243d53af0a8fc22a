//! One's notices.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use domain::{ids::NoticeId, notices::Received};
use leptos::prelude::*;

use crate::Answer;

/// The latest notices, the youngest first.
#[server(prefix = "/api", endpoint = "notices/mine", input = server_fn::codec::GetUrl)]
pub async fn my_notices() -> Answer<Vec<Received>> {
    use crate::request::{Told, actor, centre};
    centre::notices::list(&centre(), &actor()?, 100)
        .await
        .told()
}

/// Marks one notice as read and goes where it leads; without one, marks all.
#[server(prefix = "/api", endpoint = "notices/read")]
pub async fn read_notice(
    #[server(default)] notice: Option<NoticeId>,
    #[server(default)] to: String,
) -> Answer<()> {
    use crate::request::{Told, actor, centre, local_path};
    centre::notices::mark_read(&centre(), &actor()?, notice)
        .await
        .told()?;
    leptos_axum::redirect(&local_path(&to, "/pemberitahuan"));
    Ok(())
}
