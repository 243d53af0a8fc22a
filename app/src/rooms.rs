//! What the browser loads together: a room is a set of pages that one errand leads through, in one piece of wasm.
//!
//! What some rooms share becomes a piece of its own for every set of rooms: ten rooms make 314 pieces, five 31 at most. One
//! room for all would make a weaver's phone load the office.

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
    centres::{administration::AdministrationPage, own::OwnFacePage},
    curation::{
        appeals::AppealsPage, collection::CollectionPage, collections::CollectionsPage,
        deciding::DecidingPage, desk::DeskPage, expertise::ExpertisePage, result::ResultPage,
        round::RoundPage, rounds::RoundsPage, rubric::RubricPage, rubrics::RubricsPage,
        sheet::SheetPage,
    },
    feedback::{conversation::TalkPage, inbox::FeedbackPage, register::ImprovementsPage},
    gallery::inbox::{InboxPage, InquiryPage},
    home::HomePage,
    imports::{list::ImportPage, lists::ImportsPage, row::ImportRowPage},
    news::{desk::NewsDeskPage, piece::NewsPiecePage},
    notices::page::NoticesPage,
    people::{
        account::AccountPage, audit::AuditPage, help::HelpPage, invited::InvitedPage,
        jobs::JobsPage, security::SecurityPage, staff::StaffPage,
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
    /// A maker's products, what came of them, and buyers.
    Making, open_making, __preload_open_making:
    ProductsPage, BeginPage, WritePage, ResultPage, InboxPage, InquiryPage
}
room! {
    /// The business file and one's own account.
    Owning, open_owning, __preload_open_owning:
    RegisterPage, FilePage, ProfilePage, AccountPage, SecurityPage
}
room! {
    /// A curator's desk.
    Scoring, open_scoring, __preload_open_scoring: DeskPage, SheetPage
}
room! {
    /// Running a centre: rounds, rubrics, collections, staff, the record.
    Running, open_running, __preload_open_running:
    RoundsPage, RoundPage, DecidingPage, AppealsPage, RubricsPage, RubricPage, ExpertisePage, CollectionsPage,
    CollectionPage, ListPage, ImportsPage, ImportPage, ImportRowPage, HelpPage, StaffPage, InvitedPage, JobsPage, AuditPage, AdministrationPage, OwnFacePage,
    FeedbackPage, TalkPage, ImprovementsPage, NewsDeskPage, NewsPiecePage
}
