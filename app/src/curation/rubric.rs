//! `/rubrik/{id}`: the editor of one version. A plain form: every button posts the whole of it, with script and without.

use domain::{
    refusal::FieldProblem,
    review::{CriterionKind, VALUES},
    tasks::ClinicLine,
};
use leptos::{prelude::*, server_fn::ServerFn, wasm_bindgen::JsCast, web_sys::HtmlInputElement};
use leptos_meta::Title;

use super::{
    names::{clinic_name, kind_name},
    rubric_api::{OpenRubric, RubricPage as Page, SaveRubric},
    rubric_form::{LineInput, RubricInput, family},
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    ui::{
        Callout, Icon, Problems, Tone, category_word, error_sentence, fields_of, problem_sentence,
    },
    words::{Key, curation as c, ui, use_words},
};

/// The page.
#[component]
pub fn RubricPage() -> impl IntoView {
    let page = ask_about("id", || (), |rubric| OpenRubric { rubric });
    answered(page, move |page| view! { <Whole page/> })
}

/// The weights as they stand in the form now.
fn typed_weights(rows: usize) -> i64 {
    (0..rows)
        .filter_map(|at| document().get_element_by_id(&format!("l{at}-weight")))
        .filter(|field| field.has_attribute("data-bobot"))
        .filter_map(|field| field.dyn_into::<HtmlInputElement>().ok())
        .filter_map(|field| field.value().trim().parse::<i64>().ok())
        .sum()
}

#[component]
fn Whole(page: Page) -> impl IntoView {
    let w = use_words();
    let Page {
        rubric,
        form,
        refusal,
        ..
    } = page;
    let name = family(&rubric.category).map_or("", |family| w.t(category_word(family)));
    let title = format!(
        "{name}, {}",
        w.fill(c::VERSION_N, &[("n", &rubric.version)])
            .to_lowercase()
    );
    let published = rubric.published_at.is_some();
    let error = refusal.map(AppError::Refused);
    let problems = fields_of(error.as_ref());
    let sum = RwSignal::new(form.weights());
    let rows = form.lines.len();
    let lines = form
        .lines
        .iter()
        .cloned()
        .enumerate()
        .map(|(at, line)| view! { <Row at line last={at + 1 == rows} problems=problems.clone() published/> })
        .collect_view();
    view! {
        <Title text=title.clone()/>
        <header class="nk-head">
            <a class="nk-icon-btn" href="/rubrik" aria-label=w.t(ui::BACK)><Icon icon=icondata_lu::LuArrowLeft/></a>
            <div><h1>{title.clone()}</h1><p>{w.t(c::KIND_HINT)}</p></div>
        </header>
        <form class="nk-stack" method="post" action=SaveRubric::PATH on:input=move |_| sum.set(typed_weights(rows))>
            {error.map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
            {published.then(|| view! { <Callout tone=Tone::Info>{w.t(c::RUBRIC_READ_ONLY)}</Callout> })}
            <input type="hidden" name="rubric" value=rubric.id.to_string()/>
            // Enter in a field presses the first button: it only saves.
            <button class="nk-vh" name="go" value="save" tabindex="-1" aria-hidden="true" disabled=published></button>
            <div class="nk-cols">
                <div class="nk-stack">
                    <ol class="nk-card nk-rubric">{lines}</ol>
                    {(!published).then(|| view! {
                        <div class="nk-btn-row"><button class="nk-btn nk-btn-outline" name="go" value="add"><Icon icon=icondata_lu::LuPlus/>{w.t(c::ROW_ADD)}</button></div>
                    })}
                </div>
                <div class="nk-stack">
                    <Sum sum/>
                    <BandFields form problems=problems.clone() published/>
                    {(!published).then(|| view! { <Ends/> })}
                </div>
            </div>
        </form>
    }
}

#[component]
fn Sum(sum: RwSignal<i64>) -> impl IntoView {
    let w = use_words();
    let right = move || sum.get() == 100;
    view! {
        <section class="nk-card nk-card-pad" aria-live="polite">
            <p class="nk-figure"><b>{move || sum.get()}</b><span>{move || w.fill(c::WEIGHTS_SUM, &[("sum", &sum.get())])}</span></p>
            <progress class="nk-bar" class:nk-bar-wait=move || !right() max="100" value=move || sum.get().clamp(0, 100) aria-hidden="true"></progress>
        </section>
    }
}

#[component]
fn BandFields(form: RubricInput, problems: Problems, published: bool) -> impl IntoView {
    let w = use_words();
    let wrong = problems
        .iter()
        .find(|problem| matches!(problem.field.as_str(), "bands" | "gap" | "a" | "b" | "c"))
        .map(|problem| problem_sentence(w, &problem.problem));
    let field = move |name: &'static str, label: Key, value: String| {
        view! {
            <div class="nk-field"><label for=name>{w.t(label)}</label>
                <input class="nk-input" id=name name=format!("form[{name}]") value=value inputmode="numeric" disabled=published/></div>
        }
    };
    view! {
        <fieldset class="nk-card nk-card-pad nk-fieldset">
            <legend class="nk-vh">{w.t(c::BANDS)}</legend>
            <h2>{w.t(c::BANDS)}</h2>
            <p class="nk-hint">{w.t(c::BANDS_HINT)}</p>
            <div class="nk-two">{field("a", c::BAND_A, form.a)}{field("b", c::BAND_B, form.b)}</div>
            <div class="nk-two">{field("c", c::BAND_C, form.c)}{field("gap", c::GAP, form.gap)}</div>
            {wrong.map(|wrong| view! { <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{wrong}</span></p> })}
        </fieldset>
    }
}

#[component]
fn Ends() -> impl IntoView {
    let w = use_words();
    view! {
        <section class="nk-card nk-card-pad nk-stack">
            <button class="nk-btn nk-btn-outline nk-btn-wide" name="go" value="save">{w.t(c::SAVE_DRAFT)}</button>
            <button class="nk-btn nk-btn-primary nk-btn-wide" name="go" value="publish">{w.t(c::PUBLISH)}</button>
            <p class="nk-small nk-muted">{w.t(c::PUBLISH_HINT)}</p>
        </section>
    }
}

/// What is wrong with one row, field by field: `criteria.3.labels.0`.
fn of_row(problems: &Problems, at: usize) -> Problems {
    let head = format!("criteria.{at}.");
    problems
        .iter()
        .filter_map(|problem| {
            let field = problem.field.strip_prefix(&head)?.to_owned();
            Some(FieldProblem {
                field,
                problem: problem.problem.clone(),
            })
        })
        .collect()
}

#[component]
fn Row(
    at: usize,
    line: LineInput,
    last: bool,
    problems: Problems,
    published: bool,
) -> impl IntoView {
    let w = use_words();
    let problems = of_row(&problems, at);
    let named = if line.title_id.trim().is_empty() {
        w.t(c::UNTITLED).to_owned()
    } else {
        line.title_id.clone()
    };
    let kind = line.kind.parse().unwrap_or(CriterionKind::Weighted);
    let weighs = kind == CriterionKind::Weighted;
    let kinds = CriterionKind::ALL
        .iter()
        .map(|one| view! { <option value=one.as_str() selected=*one == kind>{w.t(kind_name(*one))}</option> })
        .collect_view();
    let press = |go: String, label: Key, icon, off: bool| {
        view! { <button class="nk-icon-btn" name="go" value=go disabled=off aria-label=w.fill(label, &[("title", &named)])><Icon icon/></button> }
    };
    let buttons = (!published).then(|| {
        view! {
            <div class="nk-btn-row">
                {press(format!("up-{at}"), c::ROW_UP, icondata_lu::LuArrowUp, at == 0)}
                {press(format!("down-{at}"), c::ROW_DOWN, icondata_lu::LuArrowDown, last)}
                {press(format!("remove-{at}"), c::ROW_REMOVE, icondata_lu::LuTrash2, false)}
            </div>
        }
    });
    let name = move |field: &str| format!("form[lines][{at}][{field}]");
    let id = move |field: &str| format!("l{at}-{field}");
    let is_wrong = |field: &str| {
        problems
            .iter()
            .any(|problem| problem.field == field)
            .then_some("true")
    };
    let deep = problems
        .iter()
        .any(|problem| !matches!(problem.field.as_str(), "title" | "weight"));
    view! {
        <li id=format!("k{at}")>
            <div class="nk-rubric-row">
                <div class="nk-field"><label for=id("title")>{w.t(c::CRITERION_TITLE)}</label>
                    <input class="nk-input" id=id("title") name=name("title_id") value=line.title_id.clone() maxlength="80" disabled=published aria-invalid=is_wrong("title")/></div>
                <div class="nk-field"><label for=id("weight")>{w.t(c::CRITERION_WEIGHT)}</label>
                    <input class="nk-input nk-num" id=id("weight") name=name("weight") value=line.weight.clone() inputmode="numeric" data-bobot=weighs.then_some("1") disabled=published aria-invalid=is_wrong("weight")/></div>
                <div class="nk-field"><label for=id("kind")>{w.t(c::CRITERION_KIND)}</label>
                    <select class="nk-input" id=id("kind") name=name("kind") disabled=published>{kinds}</select></div>
                {buttons}
            </div>
            <Wrongs problems=problems.clone()/>
            <Anchors at line=line.clone() kind open=deep published/>
            <Details at line open=deep published/>
        </li>
    }
}

#[component]
fn Wrongs(problems: Problems) -> impl IntoView {
    let w = use_words();
    problems
        .into_iter()
        .map(|problem| {
            let field = match problem.field.split('.').next().unwrap_or_default() {
                "title" => w.t(c::CRITERION_TITLE).to_owned(),
                "weight" => w.t(c::CRITERION_WEIGHT).to_owned(),
                "key" => w.t(c::CRITERION_KEY).to_owned(),
                "hint" => w.t(c::CRITERION_HINT).to_owned(),
                "advice" => w.t(c::CRITERION_ADVICE).to_owned(),
                "labels" => {
                    let value = problem.field.rsplit('.').next().and_then(|n| n.parse::<usize>().ok()).unwrap_or(0);
                    w.fill(c::VALUE_N, &[("n", &(value + 1))])
                }
                other => other.to_owned(),
            };
            view! { <p class="nk-error"><Icon icon=icondata_lu::LuCircleAlert/><span>{field}": "{problem_sentence(w, &problem.problem)}</span></p> }
        })
        .collect_view()
}

/// What the values mean, in both languages.
#[component]
fn Anchors(
    at: usize,
    line: LineInput,
    kind: CriterionKind,
    open: bool,
    published: bool,
) -> impl IntoView {
    let w = use_words();
    let gate = kind == CriterionKind::Gate;
    let title = if gate { c::MEANINGS_GATE } else { c::MEANINGS };
    let fields = (0..VALUES)
        .map(|value| {
            let text = |list: &[String]| list.get(value).cloned().unwrap_or_default();
            let (id, en) = (text(&line.label_id), text(&line.label_en));
            let label = w.fill(c::VALUE_N, &[("n", &(value + 1))]);
            // A gate has two answers; the three between them travel unseen, so that changing the part loses nothing.
            if gate && value > 0 && value + 1 < VALUES {
                return view! {
                    <input type="hidden" name=format!("form[lines][{at}][label_id][{value}]") value=id/>
                    <input type="hidden" name=format!("form[lines][{at}][label_en][{value}]") value=en/>
                }
                .into_any();
            }
            view! {
                <div class="nk-affix"><span>{value + 1}</span>
                    <input name=format!("form[lines][{at}][label_id][{value}]") value=id maxlength="200" disabled=published aria-label=label.clone()/></div>
                <div class="nk-affix"><span>"EN"</span>
                    <input name=format!("form[lines][{at}][label_en][{value}]") value=en maxlength="200" disabled=published aria-label=format!("{label}, {}", w.t(c::CRITERION_TITLE_EN))/></div>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <details class="nk-anchors" open=open><summary><Icon icon=icondata_lu::LuChevronRight/>{w.t(title)}</summary><div class="nk-two-up">{fields}</div></details>
    }
}

/// Short name, English title, hint, advice, who helps.
#[component]
fn Details(at: usize, line: LineInput, open: bool, published: bool) -> impl IntoView {
    let w = use_words();
    let field = move |field: &'static str, label: String, value: String| {
        let id = format!("l{at}-{field}");
        view! {
            <div class="nk-field"><label for=id.clone()>{label}</label>
                <input class="nk-input" id=id name=format!("form[lines][{at}][{field}]") value=value disabled=published/></div>
        }
    };
    let both = |key: Key| {
        (
            w.t(key).to_owned(),
            format!(
                "{}, {}",
                w.t(key),
                w.t(c::CRITERION_TITLE_EN).to_lowercase()
            ),
        )
    };
    let (hint, hint_en) = both(c::CRITERION_HINT);
    let (advice, advice_en) = both(c::CRITERION_ADVICE);
    let chosen = line.clinic.clone();
    let clinics = ClinicLine::ALL
        .iter()
        .map(|one| view! { <option value=one.as_str() selected=one.as_str() == chosen>{w.t(clinic_name(*one))}</option> })
        .collect_view();
    let clinic = format!("l{at}-clinic");
    view! {
        <details class="nk-anchors" open=open><summary><Icon icon=icondata_lu::LuChevronRight/>{w.t(c::DETAILS)}</summary>
            <div class="nk-two-up">
                {field("title_en", w.t(c::CRITERION_TITLE_EN).to_owned(), line.title_en)}
                {field("key", w.t(c::CRITERION_KEY).to_owned(), line.key)}
                {field("hint_id", hint, line.hint_id)}
                {field("hint_en", hint_en, line.hint_en)}
                {field("advice_id", advice, line.advice_id)}
                {field("advice_en", advice_en, line.advice_en)}
                <div class="nk-field"><label for=clinic.clone()>{w.t(c::CRITERION_CLINIC)}</label>
                    <select class="nk-input" id=clinic name=format!("form[lines][{at}][clinic]") disabled=published>{clinics}</select></div>
            </div>
        </details>
    }
}
