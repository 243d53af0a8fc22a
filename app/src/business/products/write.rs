//! `/produk-saya/{id}?langkah=…`: one step of writing a product at a time.

use domain::{curation::Category, gallery::WritingStep, ids::ProductId, refusal::Problem};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_query_map};

use super::{
    api::{DeleteProduct, SaveProduct, SubmitProduct, WriteForm, Writing},
    photos::{PhotoActions, PhotosStep},
    send::SendStep,
    terms::TermsStep,
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    post::{Post, PostForm},
    ui::{
        Callout, Field, Icon, Kept, Problems, Tone, category_word, error_sentence, fields_of,
        problem_of, problem_sentence,
    },
    words::{Key, products as p, ui, use_words},
};

/// The page.
#[component]
pub fn WritePage() -> impl IntoView {
    let query = use_query_map();
    let step = Memo::new(move |_| {
        query
            .with(|query| query.get("langkah").and_then(|word| word.parse().ok()))
            .unwrap_or(WritingStep::Kind)
    });
    let (save, photos) = (Post::to::<SaveProduct>(), PhotoActions::new());
    let page = ask_about(
        "id",
        move || (step.get(), save.accepted(), photos.accepted()),
        |product| WriteForm { product },
    );
    let submit = Post::to::<SubmitProduct>();
    let delete = Post::to::<DeleteProduct>();
    let w = use_words();
    view! {
        <Title text=w.t(p::WRITE_TITLE)/>
        <div class="nk-focus">
            {answered(page, move |page| {
                            let (id, now) = (page.file.id, step.get());
                            let back = if now == WritingStep::Kind { "/produk-saya".to_owned() } else { address(id, now.before()) };
                            view! {
                                <Bar step=now back/>
                                {match now {
                                    WritingStep::Kind => view! { <KindStep page save delete/> }.into_any(),
                                    WritingStep::Photos => view! { <PhotosStep page save photos/> }.into_any(),
                                    WritingStep::Terms => view! { <TermsStep page save/> }.into_any(),
                                    WritingStep::Send => view! { <SendStep page save submit/> }.into_any(),
                                }}
                            }.into_any()
                        })}
        </div>
    }
    .into_any()
}

/// Where a step of a product is.
pub fn address(product: ProductId, step: WritingStep) -> String {
    format!("/produk-saya/{product}?langkah={step}")
}

fn step_name(step: WritingStep) -> Key {
    match step {
        WritingStep::Kind => p::STEP_KIND,
        WritingStep::Photos => p::STEP_PHOTOS,
        WritingStep::Terms => p::STEP_TERMS,
        WritingStep::Send => p::STEP_SEND,
    }
}

/// The bar above the steps: back, and how far one is.
#[component]
pub(super) fn Bar(step: WritingStep, back: String) -> impl IntoView {
    let w = use_words();
    let steps = WritingStep::ALL.iter().map(|one| {
        let done = one.number() < step.number();
        view! { <li class:is-done=done aria-current=(*one == step).then_some("step")>{w.t(step_name(*one))}</li> }
    });
    view! {
        <header class="nk-bar-top">
            <div>
                <A href=back attr:class="nk-icon-btn" attr:aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></A>
                <b>{w.t(p::WRITE_TITLE)}</b>
            </div>
            <ol class="nk-steps" aria-label=w.t(p::STEPS)>{steps.collect_view()}</ol>
        </header>
    }
}

/// What a step's form shows: the heading, that curators go on seeing what was sent, and why it was refused.
#[component]
pub(super) fn StepHead(
    step: WritingStep,
    error: Signal<Option<AppError>>,
    judged: bool,
) -> impl IntoView {
    let w = use_words();
    let minutes = [6, 5, 3, 1][step.number() - 1];
    view! {
        <div><h1>{w.t(step_name(step))}</h1>
            <p class="nk-lead">{w.fill(p::STEP_OF, &[("n", &step.number()), ("minutes", &minutes)])}</p></div>
        {judged.then(|| view! { <Callout tone=Tone::Info>{w.t(p::JUDGED_AS_SENT)}</Callout> })}
        {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
    }
}

/// The hidden fields that every step posts, and what keeps its typed fields in the browser.
#[component]
pub(super) fn StepFields(
    product: ProductId,
    version: i64,
    step: WritingStep,
    save: Post,
) -> impl IntoView {
    let w = use_words();
    let done = Signal::derive(move || save.done());
    view! {
        <input type="hidden" name="product" value=product.to_string()/>
        <input type="hidden" name="step" value=step.as_str()/>
        <input type="hidden" name="form[version]" value=version/>
        <Kept name=format!("{product}-{step}") done said=w.t(p::PUT_BACK)/>
    }
}

/// Why a step was not saved: what the action says now, else what the last plain post was told.
pub(super) fn step_error(save: Post, refusal: Option<domain::Refusal>) -> Signal<Option<AppError>> {
    save.error(refusal.map(AppError::Refused))
}

#[component]
fn KindStep(page: Writing, save: Post, delete: Post) -> impl IntoView {
    let w = use_words();
    let (error, judged) = (step_error(save, page.refusal), page.judged);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let (id, form) = (page.file.id, page.file.form);
    let refused = move || match delete.last() {
        Some(Err(error)) => {
            Some(view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })
        }
        _ => None,
    };
    view! {
        <PostForm post=save attr:class="nk-page">
            <StepHead step=WritingStep::Kind error judged/>
            <StepFields product=id version=form.version step=WritingStep::Kind save/>
            <Field name="form[name]" label=w.t(p::NAME) hint=w.t(p::NAME_HINT) value=form.name problems/>
            <Families chosen=form.category problems/>
            <div class="nk-pin"><button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SAVE_NEXT)}</button></div>
        </PostForm>
        <div class="nk-page">
            <details class="nk-more">
                <summary>{w.t(p::DELETE)}</summary>
                <PostForm post=delete attr:class="nk-form">
                    {refused}
                    <p>{w.t(p::DELETE_HINT)}</p>
                    <input type="hidden" name="product" value=id.to_string()/>
                    <label class="nk-check"><input type="checkbox" name="sure" value="true"/><span>{w.t(p::DELETE_SURE)}</span></label>
                    <button class="nk-btn nk-btn-danger">{w.t(p::DELETE)}</button>
                </PostForm>
            </details>
        </div>
    }
}

/// The families to choose from, as cards.
#[component]
pub(super) fn Families(chosen: String, #[prop(into)] problems: Signal<Problems>) -> impl IntoView {
    let w = use_words();
    let error: Signal<Option<Problem>> = problem_of(problems, "category");
    let families = Category::ALL.iter().map(|family| {
        let hint = match family {
            Category::Food => p::FAMILY_FOOD,
            Category::Craft => p::FAMILY_CRAFT,
            Category::Fashion => p::FAMILY_FASHION,
            Category::Beauty => p::FAMILY_BEAUTY,
            Category::Agriculture => p::FAMILY_AGRICULTURE,
        };
        view! {
            <label class="nk-choice">
                <input type="radio" name="form[category]" value=family.as_str() checked=chosen == family.as_str()/>
                <span><b>{w.t(category_word(*family))}</b><small>{w.t(hint)}</small></span>
            </label>
        }
    });
    view! {
        <fieldset class="nk-fieldset" aria-invalid=move || error.get().map(|_| "true")>
            <legend class="nk-legend">{w.t(p::FAMILY)}</legend>
            {families.collect_view()}
            {move || error.get().map(|problem| view! {
                <p class="nk-error" role="alert"><Icon icon=icondata_lu::LuCircleAlert/><span>{problem_sentence(w, &problem)}</span></p>
            })}
        </fieldset>
    }
}
