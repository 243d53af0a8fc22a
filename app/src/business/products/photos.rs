//! The step of photos and words.

use domain::{
    gallery::{PhotoLine, WritingStep},
    ids::ProductId,
    media::MAX_PHOTOS,
};
use leptos::prelude::*;

use super::{
    api::{DescribePhoto, MainPhoto, RemovePhoto, Writing},
    upload::{self, Sending, State},
    write::{StepFields, StepHead, step_error},
};
use crate::{
    Answer, AppError,
    post::{Post, PostForm, accepted},
    ui::{Callout, Icon, Photo, TextArea, Tone, error_sentence, fields_of},
    words::{products as p, use_words},
};

/// What can be done to the photos of a product.
#[derive(Clone, Copy)]
pub struct PhotoActions {
    describe: Post,
    main: Post,
    remove: Post,
    /// Photos on their way. Kept here, because the step is drawn anew whenever one arrives.
    sending: RwSignal<Vec<Sending>>,
    arrived: RwSignal<u32>,
    accepted: Memo<u32>,
}

impl PhotoActions {
    /// Nothing done yet.
    pub fn new() -> Self {
        let describe = Post::to::<DescribePhoto>();
        let main = Post::to::<MainPhoto>();
        let remove = Post::to::<RemovePhoto>();
        let arrived = RwSignal::new(0);
        let changes = accepted([describe, main, remove]);
        Self {
            describe,
            main,
            remove,
            sending: RwSignal::new(Vec::new()),
            arrived,
            accepted: Memo::new(move |_| changes() + arrived.get()),
        }
    }

    /// How many changes were made, so that the page reads the photos again.
    pub fn accepted(&self) -> u32 {
        self.accepted.get()
    }

    fn error(&self) -> Option<AppError> {
        let answers: [Option<Answer<()>>; 3] =
            [self.describe.last(), self.main.last(), self.remove.last()];
        answers.into_iter().flatten().find_map(Result::err)
    }
}

/// The step.
#[component]
pub(super) fn PhotosStep(page: Writing, save: Post, photos: PhotoActions) -> impl IntoView {
    let w = use_words();
    let photo_error = page.refusal.clone().filter(|refusal| {
        matches!(
            refusal,
            domain::Refusal::Photo(_) | domain::Refusal::TooManyPhotos
        )
    });
    let words_error = page.refusal.filter(|_| photo_error.is_none());
    let (error, judged) = (step_error(save, words_error), page.judged);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let (id, form, list) = (page.file.id, page.file.form, page.file.photos);
    let kept = photo_error.map(AppError::Refused);
    let refused = move || {
        photos.error().or(kept.clone()).map(|error| {
            view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> }
        })
    };
    let room = list.len() < MAX_PHOTOS;
    let shown = list
        .into_iter()
        .enumerate()
        .map(|(place, line)| view! { <Shown id line first=place == 0 photos/> });
    let sending = photos.sending;
    view! {
        <section class="nk-page nk-page-top" aria-label=w.t(p::PHOTOS)>
            <StepHead step=WritingStep::Photos error judged/>
            {refused}
            <ul class="nk-uploads">
                {shown.collect_view()}
                <For each=move || sending.get() key=|one| (one.number, one.bytes.0 as u64, format!("{:?}", one.state)) let(one)>
                    <OnItsWay one/>
                </For>
                {room.then(|| view! {
                    <Add id label=false photos/>
                    <Add id label=true photos/>
                })}
            </ul>
            <p class="nk-hint">{w.t(p::PHOTOS_HINT)}</p>
        </section>
        <PostForm post=save attr:class="nk-page nk-page-rest">
            <StepFields product=id version=form.version step=WritingStep::Photos save/>
            <TextArea name="form[description]" label=w.t(p::DESCRIPTION) hint=w.t(p::DESCRIPTION_HINT) value=form.description problems/>
            <TextArea name="form[story]" label=w.t(p::STORY) hint=w.t(p::STORY_HINT) value=form.story problems/>
            <div class="nk-pin"><button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SAVE_NEXT)}</button></div>
        </PostForm>
    }
}

/// A photo that the server has.
#[component]
fn Shown(id: ProductId, line: PhotoLine, first: bool, photos: PhotoActions) -> impl IntoView {
    let w = use_words();
    let media = line.media.to_string();
    let mut picture = line.picture;
    let alt = std::mem::take(&mut picture.alt);
    let named = if alt.is_empty() {
        w.t(p::PHOTO).to_owned()
    } else {
        alt.clone()
    };
    let alt_id = format!("alt-{media}");
    let hidden = {
        let media = media.clone();
        move || {
            view! {
                <input type="hidden" name="product" value=id.to_string()/>
                <input type="hidden" name="media" value=media.clone()/>
            }
        }
    };
    let (of_removal, of_main, of_words) = (hidden.clone(), hidden.clone(), hidden);
    view! {
        <li>
            <Photo picture sizes="120px">
                {first.then(|| view! { <span class="nk-upload-tag">{w.t(p::PHOTO_MAIN)}</span> })}
                <PostForm post=photos.remove>
                    {of_removal()}
                    <button class="nk-upload-remove" aria-label=w.fill(p::PHOTO_REMOVE, &[("name", &named)])><Icon icon=icondata_lu::LuX/></button>
                </PostForm>
            </Photo>
            <details class="nk-upload-more">
                <summary>{w.t(p::PHOTO_EDIT)}</summary>
                <PostForm post=photos.describe>
                    {of_words()}
                    <label for=alt_id.clone()>{w.t(p::PHOTO_ALT)}</label>
                    <input class="nk-input" id=alt_id name="form[alt]" value=alt/>
                    <label class="nk-check"><input type="checkbox" name="form[shows_label]" value="true" checked=line.shows_label/><span>{w.t(p::PHOTO_LABEL)}</span></label>
                    <label class="nk-check"><input type="checkbox" name="form[shows_brand]" value="true" checked=line.shows_brand/><span>{w.t(p::PHOTO_BRAND)}</span></label>
                    <button class="nk-btn nk-btn-outline nk-btn-small">{w.t(p::PHOTO_SAVE)}</button>
                </PostForm>
                {(!first).then(|| view! {
                    <PostForm post=photos.main>
                        {of_main()}
                        <button class="nk-btn nk-btn-text nk-btn-small">{w.t(p::PHOTO_MAKE_MAIN)}</button>
                    </PostForm>
                })}
            </details>
        </li>
    }
}

/// A photo that is being sent.
#[component]
fn OnItsWay(one: Sending) -> impl IntoView {
    let w = use_words();
    let kilobytes = |bytes: f64| (bytes / 1000.0).round();
    let percent = match one.bytes {
        (sent, all) if all > 0.0 => (sent / all * 100.0).round().clamp(0.0, 100.0),
        _ => 0.0,
    };
    let (class, icon, said) = match one.state {
        State::Sending => (
            "is-sending",
            icondata_lu::LuArrowUp,
            format!("{}/{} kB", kilobytes(one.bytes.0), kilobytes(one.bytes.1)),
        ),
        State::Waiting => (
            "is-waiting",
            icondata_lu::LuCloudOff,
            w.t(p::PHOTO_WAITING).to_owned(),
        ),
        State::Refused(error) => (
            "is-failed",
            icondata_lu::LuCircleX,
            error_sentence(w, &error),
        ),
    };
    view! {
        <li>
            <div class="nk-photo nk-upload-blank">
                <svg class="nk-ring" viewBox="0 0 56 56" aria-hidden="true">
                    <circle cx="28" cy="28" r="23"/>
                    <circle cx="28" cy="28" r="23" pathLength="100" stroke-dasharray=format!("{percent} 100")/>
                    <text x="28" y="29">{format!("{percent}%")}</text>
                </svg>
            </div>
            <p class=class role="status"><Icon icon/>{said}</p>
        </li>
    }
}

/// A place for another photo. Without script the form is sent by its button.
#[component]
fn Add(id: ProductId, label: bool, photos: PhotoActions) -> impl IntoView {
    let w = use_words();
    let name = if label {
        p::PHOTO_ADD_LABEL
    } else {
        p::PHOTO_ADD
    };
    view! {
        <li>
            <form method="post" action=upload::address(id) enctype="multipart/form-data">
                {label.then(|| view! { <input type="hidden" name="shows_label" value="true"/> })}
                <label class="nk-upload-add">
                    <Icon icon=icondata_lu::LuCamera/>{w.t(name)}
                    <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" multiple=!label
                        on:change=move |event| upload::begin(&event, id, label, photos.sending, photos.arrived)/>
                </label>
                <noscript><button class="nk-btn nk-btn-outline nk-btn-small">{w.t(p::PHOTO_SEND)}</button></noscript>
            </form>
        </li>
    }
}
