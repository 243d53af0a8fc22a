//! `/kelola/kabar/{id}`: one piece of news: its words, its photo, and whether the public sees it.

use domain::news::{NewsForm, NewsPiece};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use super::{
    api::{DropNewsPhoto, OpenPiece, PiecePage as Page, PublishNews, SaveNews},
    desk::mark,
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm, Saved, accepted},
    ui::{Callout, Field, Icon, Photo, Problems, TextArea, Tone, error_sentence, fields_of},
    words::{news as n, ui, use_words},
};

/// The page.
#[component]
pub fn NewsPiecePage() -> impl IntoView {
    let save = Post::to::<SaveNews>();
    let publish = Post::to::<PublishNews>();
    let drop_photo = Post::to::<DropNewsPhoto>();
    let changes = accepted([save, publish, drop_photo]);
    let page = ask_about("id", changes, |news| OpenPiece { news });
    answered(
        page,
        move |page| view! { <Whole page save publish drop_photo/> },
    )
}

#[component]
fn Whole(page: Page, save: Post, publish: Post, drop_photo: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        piece,
        form,
        refusal,
    } = page;
    let error = save.error(refusal.map(AppError::Refused));
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let title = piece.title.get(w.language).to_owned();
    let public = piece.published_at.is_some();
    let (label, class) = match public {
        true => (n::WITHDRAW, "nk-btn nk-btn-outline"),
        false => (n::PUBLISH, "nk-btn nk-btn-primary"),
    };
    let see = public.then(|| {
        view! { <a class="nk-btn nk-btn-text" rel="external" href=format!("/kabar/{}", piece.slug)>{w.t(n::SEE)}</a> }
    });
    let chip = mark(w, &piece);
    view! {
        <Title text=title.clone()/>
        <header class="nk-head">
            <A href="/kelola/kabar" attr:class="nk-icon-btn" attr:aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></A>
            <div><h1>{title}</h1><p>{piece.centre_name.clone()}</p></div>
        </header>
        {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
        <div class="nk-cols">
            <section class="nk-card nk-card-pad">
                <PostForm post=save attr:class="nk-form">
                    <input type="hidden" name="news" value=piece.id.to_string()/>
                    <Fields form problems/>
                    <Saved post=save/>
                    <button class="nk-btn nk-btn-outline">{w.t(ui::SAVE)}</button>
                </PostForm>
            </section>
            <div class="nk-stack">
                <section class="nk-card nk-card-pad nk-stack">
                    <p>{chip}</p>
                    <div class="nk-btn-row">
                        <PostForm post=publish>
                            <input type="hidden" name="news" value=piece.id.to_string()/>
                            <input type="hidden" name="public" value=(!public).to_string()/>
                            <button class=class>{w.t(label)}</button>
                        </PostForm>
                        {see}
                    </div>
                </section>
                <PhotoSection piece drop_photo/>
            </div>
        </div>
    }
}

/// The words of news.
#[component]
pub(super) fn Fields(
    /// As typed.
    form: NewsForm,
    /// What was wrong with them.
    problems: Signal<Problems>,
) -> impl IntoView {
    let w = use_words();
    view! {
        <Field name="form[title_id]" label=w.t(n::FIELD_TITLE_ID) value=form.title_id problems/>
        <TextArea name="form[text_id]" label=w.t(n::FIELD_TEXT_ID) hint=w.t(n::FIELD_TEXT_ID_HINT) value=form.text_id problems/>
        <Field name="form[title_en]" label=w.t(n::FIELD_TITLE_EN) value=form.title_en problems/>
        <TextArea name="form[text_en]" label=w.t(n::FIELD_TEXT_EN) value=form.text_en problems/>
        <Field name="form[alt]" label=w.t(n::FIELD_ALT) hint=w.t(n::FIELD_ALT_HINT) value=form.alt problems/>
    }
}

/// The photo: a plain form, as all forms with files.
#[component]
fn PhotoSection(piece: NewsPiece, drop_photo: Post) -> impl IntoView {
    let w = use_words();
    let has = piece.photo.is_some();
    let photo = piece
        .photo
        .map(|picture| view! { <Photo picture sizes="380px"/> });
    let remove = has.then(|| {
        view! {
            <PostForm post=drop_photo>
                <input type="hidden" name="news" value=piece.id.to_string()/>
                <button class="nk-btn nk-btn-text">{w.t(n::PHOTO_REMOVE)}</button>
            </PostForm>
        }
    });
    view! {
        <section class="nk-card nk-card-pad nk-stack" id="foto">
            <header class="nk-card-head"><h2>{w.t(n::PHOTO)}</h2></header>
            {photo}
            <form class="nk-form" method="post" enctype="multipart/form-data" action=format!("/unggah/kabar/{}", piece.id)>
                <div class="nk-field"><label for="photo">{w.t(n::PHOTO_CHOOSE)}</label><p class="nk-hint">{w.t(n::PHOTO_HINT)}</p>
                    <input class="nk-input" id="photo" type="file" name="photo" accept="image/jpeg,image/png,image/webp" required/></div>
                <button class="nk-btn nk-btn-outline">{w.t(n::PHOTO_SEND)}</button>
            </form>
            {remove}
        </section>
    }
}
