//! The step of price, orders and capacity.

use domain::{
    gallery::{TierForm, VariantForm, WritingStep},
    refusal::Problem,
};
use leptos::prelude::*;

use super::{
    api::Writing,
    write::{StepFields, StepHead, step_error},
};
use crate::{
    post::{Post, PostForm},
    ui::{Field, Icon, Problems, fields_of, problem_sentence},
    words::{products as p, use_words},
};

/// Empty rows offered below those that are filled.
const SPARE: usize = 2;

/// The step.
#[component]
pub(super) fn TermsStep(page: Writing, save: Post) -> impl IntoView {
    let w = use_words();
    let (error, judged) = (step_error(save, page.refusal), page.judged);
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let (id, form) = (page.file.id, page.file.form);
    let eaten = matches!(form.category.as_str(), "food" | "beauty" | "agriculture");
    let mut tiers = form.tiers;
    tiers.extend(std::iter::repeat_n(TierForm::default(), SPARE));
    let mut variants = form.variants;
    variants.extend(std::iter::repeat_n(VariantForm::default(), SPARE));
    view! {
        <PostForm post=save attr:class="nk-page">
            <StepHead step=WritingStep::Terms error judged/>
            <StepFields product=id version=form.version step=WritingStep::Terms save/>
            <div class="nk-two">
                <Field name="form[price]" label=w.t(p::PRICE) hint=w.t(p::PRICE_HINT) value=form.price mode="numeric" problems/>
                <Field name="form[unit]" label=w.t(p::UNIT) hint=w.t(p::UNIT_HINT) value=form.unit problems/>
            </div>
            <Field name="form[cost]" label=w.t(p::COST) hint=w.t(p::COST_HINT) value=form.cost mode="numeric" problems/>
            <div class="nk-two">
                <Field name="form[capacity]" label=w.t(p::CAPACITY) hint=w.t(p::CAPACITY_HINT) value=form.capacity mode="numeric" problems/>
                <Field name="form[lead_days]" label=w.t(p::LEAD) hint=w.t(p::LEAD_HINT) value=form.lead_days mode="numeric" problems/>
            </div>
            <Field name="form[moq]" label=w.t(p::MOQ) hint=w.t(p::MOQ_HINT) value=form.moq mode="numeric" problems/>
            {eaten.then(|| view! {
                <div class="nk-two">
                    <Field name="form[net_content]" label=w.t(p::NET) hint=w.t(p::NET_HINT) value=form.net_content.clone() problems/>
                    <Field name="form[shelf_life]" label=w.t(p::SHELF) hint=w.t(p::SHELF_HINT) value=form.shelf_life.clone() problems/>
                </div>
            })}
            {(!eaten).then(|| view! {
                <input type="hidden" name="form[net_content]" value=form.net_content/>
                <input type="hidden" name="form[shelf_life]" value=form.shelf_life/>
            })}
            <Rows title=w.t(p::TIERS) hint=w.t(p::TIERS_HINT) heads=[w.t(p::TIER_FROM), w.t(p::TIER_PRICE)] list="tiers" fields=["from", "price"] modes=["numeric", "numeric"]
                rows=tiers.into_iter().map(|tier| [tier.from, tier.price]).collect() problems/>
            <Rows title=w.t(p::VARIANTS) hint=w.t(p::VARIANTS_HINT) heads=[w.t(p::VARIANT), w.t(p::VARIANT_PRICE)] list="variants" fields=["name", "price"] modes=["text", "numeric"]
                rows=variants.into_iter().map(|variant| [variant.name, variant.price]).collect() problems/>
            <div class="nk-pin"><button class="nk-btn nk-btn-primary nk-btn-wide">{w.t(p::SAVE_NEXT)}</button></div>
        </PostForm>
    }
}

/// A short list of rows with two fields each; empty rows are no rows.
#[component]
fn Rows(
    title: &'static str,
    hint: &'static str,
    heads: [&'static str; 2],
    list: &'static str,
    fields: [&'static str; 2],
    modes: [&'static str; 2],
    rows: Vec<[String; 2]>,
    problems: Signal<Problems>,
) -> impl IntoView {
    let open = rows.iter().any(|row| !row[0].is_empty());
    let lines = rows.into_iter().enumerate().map(|(at, values)| {
        let below = at > 0;
        let cells = values.into_iter().enumerate().map(|(column, value)| {
            let key = format!("{list}.{at}.{}", fields[column]);
            let name = format!("form[{list}][{at}][{}]", fields[column]);
            view! {
                <div class="nk-field">
                    <label for=name.clone() class:nk-vh=below>{heads[column]}</label>
                    <input class="nk-input" id=name.clone() name=name value=value inputmode=modes[column]/>
                    <RowError key problems/>
                </div>
            }
        });
        view! { <div class="nk-two nk-two-always">{cells.collect_view()}</div> }
    });
    view! {
        <details class="nk-more" open=open>
            <summary>{title}</summary>
            <p class="nk-hint">{hint}</p>
            {lines.collect_view()}
        </details>
    }
}

#[component]
fn RowError(key: String, problems: Signal<Problems>) -> impl IntoView {
    let w = use_words();
    let found = move || -> Option<Problem> {
        problems.with(|all| {
            all.iter()
                .find(|problem| problem.field == key)
                .map(|found| found.problem.clone())
        })
    };
    view! {
        {move || found().map(|problem| view! {
            <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{problem_sentence(w, &problem)}</span></p>
        })}
    }
}
