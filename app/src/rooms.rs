//! What the browser loads together: a room is a set of pages that one errand leads through, in one piece of wasm.
//!
//! A piece for every page would share code with the others in hundreds of smaller pieces; one piece for all would make a
//! weaver's phone load the office.

use leptos::prelude::*;
use leptos_router::LazyRoute;

use crate::{
    business::{
        file::FilePage,
        list::ListPage,
        products::{begin::BeginPage, list::ProductsPage, write::WritePage},
        profile::ProfilePage,
        register::RegisterPage,
    },
    curation::{
        appeals::AppealsPage, collection::CollectionPage, collections::CollectionsPage,
        deciding::DecidingPage, desk::DeskPage, expertise::ExpertisePage, result::ResultPage,
        round::RoundPage, rounds::RoundsPage, rubric::RubricPage, rubrics::RubricsPage,
        sheet::SheetPage,
    },
    gallery::inbox::{InboxPage, InquiryPage},
    home::HomePage,
    notices::page::NoticesPage,
    people::{
        account::AccountPage, audit::AuditPage, invited::InvitedPage, jobs::JobsPage,
        staff::StaffPage,
    },
    tasks::page::TasksPage,
};

/// Declares a room: the function that is loaded lazily, and for each page the type that a route names.
macro_rules! room {
    ($(#[$doc:meta])* $Room:ident, $open:ident, $preload:ident: $($Page:ident),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        #[allow(clippy::enum_variant_names, reason = "they are the pages' own names")]
        enum $Room { $($Page),+ }

        #[lazy]
        fn $open(page: $Room) -> AnyView {
            match page { $($Room::$Page => $Page().into_any()),+ }
        }

        $(
            #[doc = concat!("The route of [`", stringify!($Page), "`].")]
            #[derive(Clone, Copy, Debug)]
            pub struct $Page {}

            impl LazyRoute for $Page {
                fn data() -> Self {
                    Self {}
                }

                async fn view(_: Self) -> AnyView {
                    $open($Room::$Page).await
                }

                async fn preload() {
                    #[cfg(target_arch = "wasm32")]
                    $preload().await;
                }
            }
        )+
    };
}

room! {
    /// What awaits a person.
    Awaiting, open_awaiting, __preload_open_awaiting: HomePage, TasksPage, NoticesPage
}
room! {
    /// Writing products down and sending them in.
    Making, open_making, __preload_open_making: ProductsPage, BeginPage, WritePage
}
room! {
    /// What came of them: results and buyers.
    Hearing, open_hearing, __preload_open_hearing: ResultPage, InboxPage, InquiryPage
}
room! {
    /// The business file.
    Owning, open_owning, __preload_open_owning: RegisterPage, FilePage, ProfilePage
}
room! {
    /// Oneself: the account, and an invitation to a team.
    Belonging, open_belonging, __preload_open_belonging: AccountPage, InvitedPage
}
room! {
    /// A curator's desk.
    Scoring, open_scoring, __preload_open_scoring: DeskPage, SheetPage
}
room! {
    /// Rounds, from opening to the last appeal.
    Rounds, open_rounds, __preload_open_rounds: RoundsPage, RoundPage, DecidingPage, AppealsPage
}
room! {
    /// What is judged, and by whom.
    Judging, open_judging, __preload_open_judging: RubricsPage, RubricPage, ExpertisePage
}
room! {
    /// Collections of the gallery.
    Collecting, open_collecting, __preload_open_collecting: CollectionsPage, CollectionPage
}
room! {
    /// The office: businesses within reach, staff, work in the background, the record.
    Keeping, open_keeping, __preload_open_keeping: ListPage, StaffPage, JobsPage, AuditPage
}
