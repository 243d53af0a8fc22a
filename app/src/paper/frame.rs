//! What surrounds every public page: bar, footer, and the page for what is not there.

use domain::language::Language;
use leptos::prelude::*;

use super::{in_language, sheet::Around, to};
use crate::{
    ui::{Brand, Icon},
    words::{refusals as r, ui, use_words},
};

/// Bar, content, footer.
#[component]
pub(super) fn Frame(
    /// What the frame shows besides the page.
    around: Around,
    /// The page.
    children: Children,
) -> impl IntoView {
    let w = use_words();
    let Around {
        here,
        place,
        picked,
        signed_in,
    } = around;
    let other = match w.language {
        Language::Id => in_language(&here, Language::En),
        Language::En => here,
    };
    let other_language = match w.language {
        Language::Id => "en",
        Language::En => "id",
    };
    let item = move |path: &'static str, label| {
        view! { <a href=to(path) aria-current=(place == path).then_some("page")>{label}</a> }
    };
    let basket = match picked {
        0 => w.t(ui::BASKET).to_owned(),
        n => w.fill(ui::BASKET_COUNT, &[("n", &n)]),
    };
    let doors = move |small: bool| {
        let class =
            move |kind: &str| format!("nk-btn {kind}{}", if small { " nk-btn-small" } else { "" });
        if signed_in {
            view! { <a class=class("nk-btn-outline") href="/beranda">{w.t(ui::MY_PAGES)}</a> }
                .into_any()
        } else {
            view! {
                <a class=class("nk-btn-outline") href=to("/masuk")>{w.t(ui::SIGN_IN)}</a>
                <a class=class("nk-btn-primary") href=to("/daftar")>{w.t(ui::REGISTER)}</a>
            }
            .into_any()
        }
    };
    view! {
        <a class="nk-skip" href="#isi">{w.t(ui::SKIP)}</a>
        <header class="nk-top">
            <div class="nk-wrap nk-top-row">
                <Brand href=home()/>
                <nav class="nk-top-nav" id="menu" popover="auto" aria-label=w.t(ui::MENU)>
                    {item("/galeri", w.t(ui::GALLERY))}
                    {item("/perajin", w.t(ui::MAKERS))}
                    {item("/koleksi", w.t(ui::COLLECTIONS))}
                    {item("/plut", w.t(ui::CENTRES))}
                    {item("/kabar", w.t(ui::NEWS))}
                    <hr/>
                    {doors(false)}
                    <a class="nk-btn nk-btn-text" href=other.clone() lang=other_language hreflang=other_language>
                        <Icon icon=icondata_lu::LuLanguages/>{w.t(ui::OTHER_LANGUAGE_LONG)}
                    </a>
                </nav>
                <div class="nk-top-acts">
                    <a class="nk-btn nk-btn-text nk-btn-small" href=other.clone() lang=other_language hreflang=other_language
                        aria-label=w.t(ui::OTHER_LANGUAGE_LONG)>
                        <Icon icon=icondata_lu::LuLanguages/>{w.t(ui::OTHER_LANGUAGE)}
                    </a>
                    {doors(true)}
                    <a class="nk-icon-btn" href=to("/keranjang") aria-label=basket>
                        <Icon icon=icondata_lu::LuShoppingBasket/>
                        {(picked > 0).then(|| view! { <span class="nk-count">{picked}</span> })}
                    </a>
                    <button class="nk-icon-btn nk-top-menu" r#type="button" popovertarget="menu" aria-label=w.t(ui::MENU)>
                        <Icon icon=icondata_lu::LuMenu/>
                    </button>
                </div>
            </div>
            <div class="nk-band"></div>
        </header>
        <main id="isi">{children()}</main>
        <footer class="nk-foot">
            <div class="nk-band"></div>
            <div class="nk-wrap">
                <div><Brand href=home()/><p>{w.t(ui::FOOTER)}</p></div>
                <div>
                    <h2>{w.t(ui::FOOTER_BUYERS)}</h2>
                    <a href=to("/galeri")>{w.t(ui::GALLERY)}</a>
                    <a href=to("/perajin")>{w.t(ui::MAKERS)}</a>
                    <a href=to("/koleksi")>{w.t(ui::COLLECTIONS)}</a>
                    <a href=to("/katalog")>{w.t(ui::CATALOGUE)}</a>
                    <a href=to("/keranjang")>{w.t(ui::BASKET)}</a>
                </div>
                <div>
                    <h2>{w.t(ui::FOOTER_PEOPLE)}</h2>
                    <a href=to("/daftar")>{w.t(ui::REGISTER)}</a>
                    <a href=to("/masuk")>{w.t(ui::SIGN_IN)}</a>
                    <a href=to("/#label")>{w.t(ui::GRADES_LONG)}</a>
                </div>
                <div>
                    <h2>{w.t(ui::FOOTER_ABOUT)}</h2>
                    <a href=to("/plut")>{w.t(ui::CENTRES)}</a>
                    <a href=to("/kabar")>{w.t(ui::NEWS)}</a>
                    <a href=other lang=other_language hreflang=other_language>{w.t(ui::OTHER_LANGUAGE_LONG)}</a>
                    <p>{w.t(ui::FOOTER_LICENCE)}</p>
                </div>
            </div>
        </footer>
    }
}

fn home() -> &'static str {
    match use_words().language {
        Language::Id => "/",
        Language::En => "/en",
    }
}

/// Not there, or not for you.
#[component]
pub(super) fn Missing() -> impl IntoView {
    let w = use_words();
    view! {
        <div class="nk-wrap nk-narrow nk-section">
            <div class="nk-empty">
                <Icon icon=icondata_lu::LuPackageOpen/>
                <h1>{w.t(r::NOT_FOUND_TITLE)}</h1>
                <p>{w.t(r::NOT_FOUND_HINT)}</p>
                <a class="nk-btn nk-btn-primary" href=to("/galeri")>{w.t(ui::GALLERY)}</a>
            </div>
        </div>
    }
}
