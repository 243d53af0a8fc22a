//! The signed-in face: hydrated, its routes loaded when they are first opened. The table of contents.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    Lazy, SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    people::frame::Frame,
    rooms::*,
    words::{refusals, use_words},
};

/// A whole workspace page.
#[cfg(feature = "ssr")]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    use leptos_meta::MetaTags;

    use crate::{
        request,
        shell::{Assets, HeadStart},
        words::{Words, address, provide_words},
    };

    let language = request::language();
    let zone = request::zone();
    provide_words(Words::of(language).in_zone(zone));
    let css = use_context::<Assets>().unwrap_or_default().workspace_css;
    view! {
        <!DOCTYPE html>
        <html lang=language.as_str() data-zona=zone.as_str() data-alamat=request::address()>
            <head>
                <HeadStart css/>
                <meta name="robots" content="noindex"/>
                <link rel="preload" href=address(language) r#as="fetch" crossorigin="anonymous"/>
                <AutoReload options=options.clone()/>
                <HydrationScripts options/>
                <MetaTags/>
            </head>
            <body class="bg-base-200"><Workspace/></body>
        </html>
    }
}

/// Every page of the workspace. Rendered whole before it is sent: streamed fragments would need script to find their place.
#[component]
pub fn Workspace() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Frame>
                <Routes fallback=Missing>
                    <Route path=path!("/beranda") view={Lazy::<HomePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/usaha/baru") view={Lazy::<RegisterPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/usaha/:id") view={Lazy::<FilePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/usaha/:id/profil") view={Lazy::<ProfilePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/produk-saya") view={Lazy::<ProductsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/produk-saya/baru") view={Lazy::<BeginPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/produk-saya/:id") view={Lazy::<WritePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/hasil/:entry") view={Lazy::<ResultPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/tugas") view={Lazy::<TasksPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/pemberitahuan") view={Lazy::<NoticesPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/pesan-masuk") view={Lazy::<InboxPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/pesan-masuk/:id") view={Lazy::<InquiryPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/binaan") view={Lazy::<ListPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/nilai") view={Lazy::<DeskPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/nilai/:id") view={Lazy::<SheetPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/putaran") view={Lazy::<RoundsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/putaran/:id") view={Lazy::<RoundPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/putaran/:id/keputusan") view={Lazy::<DecidingPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/putaran/:id/banding") view={Lazy::<AppealsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/rubrik") view={Lazy::<RubricsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/rubrik/:id") view={Lazy::<RubricPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kurator") view={Lazy::<ExpertisePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/koleksi") view={Lazy::<CollectionsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/koleksi/:id") view={Lazy::<CollectionPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/pusat") view={Lazy::<AdministrationPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/suara") view={Lazy::<FeedbackPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/suara/:id") view={Lazy::<TalkPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/perbaikan") view={Lazy::<ImprovementsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/kabar") view={Lazy::<NewsDeskPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/kabar/:id") view={Lazy::<NewsPiecePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/kelola/nama") view={Lazy::<OwnFacePage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/tim") view={Lazy::<StaffPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/impor") view={Lazy::<ImportsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/impor/:id") view={Lazy::<ImportPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/impor/:id/baris/:row") view={Lazy::<ImportRowPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/bantu-masuk") view={Lazy::<HelpPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/undangan/:id") view={Lazy::<InvitedPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/pekerjaan") view={Lazy::<JobsPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/jejak") view={Lazy::<AuditPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/saya/keamanan") view={Lazy::<SecurityPage>::new()} ssr=SsrMode::Async/>
                    <Route path=path!("/saya") view={Lazy::<AccountPage>::new()} ssr=SsrMode::Async/>
                </Routes>
            </Frame>
        </Router>
    }
}

#[component]
fn Missing() -> impl IntoView {
    view! { <p class="nk-card nk-card-pad">{use_words().t(refusals::NOT_FOUND)}</p> }
}
