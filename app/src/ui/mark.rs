//! Marks with a meaning: brand, grade label, claim mark, callout, empty state.

use domain::{business::Standing, curation::Category, review::Grade};
use leptos::prelude::*;

use super::Icon;
use crate::words::{ui, use_words};

/// The product's sign and name, leading home.
#[component]
pub fn Brand(
    /// Where it leads.
    href: &'static str,
) -> impl IntoView {
    view! {
        <a class="nk-brand" href=href rel="external">
            <img class="nk-logo" src="/logo.svg" alt="" width="32" height="32"/>
            <span>"Naik Kelas"</span>
        </a>
    }
}

/// The words of a grade, short.
pub fn grade_word(grade: Grade) -> crate::words::Key {
    match grade {
        Grade::A => ui::GRADE_A,
        Grade::B => ui::GRADE_B,
        Grade::C => ui::GRADE_C,
        Grade::D => ui::GRADE_D,
    }
}

/// The name of a family of products.
pub fn category_word(category: Category) -> crate::words::Key {
    match category {
        Category::Food => ui::CATEGORY_FOOD,
        Category::Craft => ui::CATEGORY_CRAFT,
        Category::Fashion => ui::CATEGORY_FASHION,
        Category::Beauty => ui::CATEGORY_BEAUTY,
        Category::Agriculture => ui::CATEGORY_AGRICULTURE,
    }
}

/// The woven label: letter and word.
#[component]
pub fn GradeLabel(
    /// The grade.
    grade: Grade,
    /// The large form.
    #[prop(optional)]
    large: bool,
    /// The letter only; the word stays for screen readers.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let class = match grade {
        Grade::A => "nk-grade nk-grade-a",
        Grade::B => "nk-grade nk-grade-b",
        Grade::C => "nk-grade nk-grade-c",
        Grade::D => "nk-grade nk-grade-d",
    };
    view! {
        <span class=class class:nk-grade-lg=large>
            <b>{grade.as_str()}</b>
            <span class:nk-vh=short>{use_words().t(grade_word(grade))}</span>
        </span>
    }
}

/// A claim with its standing: check, dashed ring, clock or cross, always with the word.
#[component]
pub fn ClaimMark(
    /// Its name.
    name: &'static str,
    /// How it stands today.
    standing: Standing,
) -> impl IntoView {
    let w = use_words();
    let (class, icon, note) = match standing {
        Standing::Verified => ("nk-claim", icondata_lu::LuBadgeCheck, String::new()),
        Standing::Expiring { days } => (
            "nk-claim nk-claim-soon",
            icondata_lu::LuClockAlert,
            w.fill(ui::CLAIM_EXPIRING, &[("n", &days)]),
        ),
        Standing::SelfDeclared => (
            "nk-claim nk-claim-self",
            icondata_lu::LuCircleDashed,
            w.t(ui::CLAIM_SELF).to_owned(),
        ),
        Standing::Lapsed => (
            "nk-claim nk-claim-lapsed",
            icondata_lu::LuCircleX,
            w.t(ui::CLAIM_LAPSED).to_owned(),
        ),
        Standing::Rejected => (
            "nk-claim nk-claim-lapsed",
            icondata_lu::LuCircleX,
            w.t(ui::CLAIM_REJECTED).to_owned(),
        ),
    };
    view! {
        <span class=class><Icon icon/>{name}{(!note.is_empty()).then(|| view! { <span class="nk-muted">" · "{note}</span> })}</span>
    }
}

/// What a callout says between the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// It worked.
    Ok,
    /// Look at this.
    Warn,
    /// It did not work.
    Error,
}

/// A sentence that must not be missed.
#[component]
pub fn Callout(
    /// What it says between the lines.
    tone: Tone,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    let (class, icon, role) = match tone {
        Tone::Info => ("nk-callout", icondata_lu::LuLightbulb, "status"),
        Tone::Ok => (
            "nk-callout nk-callout-ok",
            icondata_lu::LuCircleCheck,
            "status",
        ),
        Tone::Warn => (
            "nk-callout nk-callout-warn",
            icondata_lu::LuTriangleAlert,
            "status",
        ),
        Tone::Error => (
            "nk-callout nk-callout-error",
            icondata_lu::LuCircleAlert,
            "alert",
        ),
    };
    view! { <div class=class role=role><Icon icon/><div>{children()}</div></div> }
}

/// Nothing there yet: motif, sentence, one way on.
#[component]
pub fn Empty(
    /// What is missing.
    title: &'static str,
    /// What to do about it.
    hint: &'static str,
    /// The one button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="nk-empty">
            <Icon icon=icondata_lu::LuPackageOpen/>
            <h2>{title}</h2>
            <p>{hint}</p>
            {children.map(|children| children())}
        </div>
    }
}
