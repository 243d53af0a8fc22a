//! The one thing to do next.

use domain::{
    access::Side,
    business::ClaimToCheck,
    curation::{Chore, DeskLine, RoundWaits},
    gallery::InquiryLine,
    review::EntryState,
    tasks::Task,
};
use leptos::prelude::*;
use leptos_router::components::A;

use super::api::Awaiting;
use crate::{
    business::claim_name,
    curation::names::{chore_name, chore_page},
    gallery::inbox::asked_for,
    tasks::{Late, line_name},
    ui::Icon,
    words::{Key, home as h, tasks as t, use_words},
};

/// What that is.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// A product on the desk.
    Score(DeskLine, usize),
    /// A buyer who waits for an answer.
    Answer(InquiryLine),
    /// What a round waits for, for how many products.
    Round(RoundWaits, Chore, i64),
    /// A licence to look up, of how many.
    Check(ClaimToCheck, i64),
    /// A task.
    Do(Task),
    /// Opening a business file.
    Register,
    /// Noting turnover and workers: without them no size class.
    Figures(domain::ids::BusinessId),
    /// Writing the first product.
    FirstProduct,
    /// Going on with a draft.
    Draft(domain::ids::ProductId, String),
    /// Nothing presses.
    Rest,
    /// Staff for whom nothing waits.
    Staff,
    /// Looking at what passed.
    Look,
}

/// Chooses it: what others wait for first, then what makes the person's own way longer if left.
pub fn of(awaiting: &Awaiting) -> Next {
    if let Some(line) = awaiting.desk.first() {
        return Next::Score(line.clone(), awaiting.desk.len());
    }
    if let Some(inquiry) = awaiting.inquiries.last() {
        return Next::Answer(inquiry.clone());
    }
    let urgent = awaiting
        .rounds
        .iter()
        .min_by_key(|round| round.chores.first());
    if let Some((round, (chore, count))) =
        urgent.and_then(|round| Some((round, round.chores.first()?)))
    {
        return Next::Round(round.clone(), *chore, *count);
    }
    if let Some(claim) = awaiting.claims.first() {
        return Next::Check(claim.clone(), awaiting.claim_count);
    }
    if let Some(task) = awaiting.tasks.first() {
        return Next::Do(task.clone());
    }
    let Some(business) = awaiting.businesses.first() else {
        return match awaiting.side {
            Side::Maker => Next::Register,
            Side::Staff => Next::Staff,
            Side::Onlooker => Next::Look,
        };
    };
    let open = |state: Option<EntryState>| matches!(state, None | Some(EntryState::Withdrawn));
    match awaiting.products.iter().find(|product| open(product.state)) {
        Some(product) => Next::Draft(product.id, product.name.clone()),
        None if awaiting.products.is_empty() => Next::FirstProduct,
        None if business.class.is_none() => Next::Figures(business.id),
        None => Next::Rest,
    }
}

fn chore_hint(chore: Chore) -> Key {
    match chore {
        Chore::AnswerAppeals => h::CHORE_APPEALS_HINT,
        Chore::FindCurators => h::CHORE_CURATORS_HINT,
        Chore::EndLate => h::CHORE_LATE_HINT,
        Chore::Decide => h::CHORE_DECIDE_HINT,
        Chore::Release => h::CHORE_RELEASE_HINT,
    }
}

/// The card that says it, with one button.
#[component]
pub fn NextStep(next: Next) -> impl IntoView {
    let w = use_words();
    let plain = |title: Key, hint: Key, href: &str, button: Key| {
        (
            w.t(title).to_owned(),
            w.t(hint).to_owned(),
            href.to_owned(),
            w.t(button),
        )
    };
    let mut late = false;
    let (title, hint, href, button) = match next {
        Next::Score(line, count) => (
            w.fill(h::SCORE, &[("n", &count)]),
            w.fill(
                h::SCORE_HINT,
                &[
                    ("round", &line.round_name),
                    ("until", &w.moment(line.score_until)),
                ],
            ),
            format!("/nilai/{}", line.assignment),
            w.t(h::SCORE_OPEN),
        ),
        Next::Answer(inquiry) => (
            w.fill(h::ANSWER, &[("buyer", &inquiry.buyer)]),
            format!("{}. “{}”", asked_for(w, &inquiry), inquiry.message),
            format!("/pesan-masuk/{}", inquiry.id),
            w.t(h::ANSWER_OPEN),
        ),
        Next::Round(round, chore, count) => (
            w.fill(chore_name(chore), &[("n", &count)]),
            format!("{}. {}", round.name, w.t(chore_hint(chore))),
            chore_page(round.round, chore),
            w.t(h::CHORE_OPEN),
        ),
        Next::Check(claim, count) => (
            w.fill(h::CLAIMS_TO_CHECK, &[("n", &count)]),
            w.fill(
                h::CLAIMS_TO_CHECK_HINT,
                &[
                    ("claim", &w.t(claim_name(claim.kind))),
                    ("business", &claim.business_name),
                ],
            ),
            format!("/usaha/{}#izin", claim.business),
            w.t(h::CLAIMS_TO_CHECK_OPEN),
        ),
        Next::Do(task) => {
            late = task.late;
            let helps = task
                .line
                .map(|line| w.fill(t::HELPED_BY, &[("line", &w.t(line_name(line)))]))
                .unwrap_or_default();
            let until = w.fill(
                t::UNTIL,
                &[("day", &domain::place::date(task.due_on, w.language))],
            );
            (
                task.title.get(w.language).to_owned(),
                format!("{} {until} {helps}", task.detail.get(w.language)),
                "/tugas".to_owned(),
                w.t(h::TASK_OPEN),
            )
        }
        Next::Register => plain(h::EMPTY, h::EMPTY_HINT, "/usaha/baru", h::REGISTER),
        Next::Figures(id) => (
            w.t(h::FIGURES).to_owned(),
            w.t(h::FIGURES_HINT).to_owned(),
            format!("/usaha/{id}#angka"),
            w.t(h::FIGURES_OPEN),
        ),
        Next::FirstProduct => plain(
            h::FIRST_PRODUCT,
            h::FIRST_PRODUCT_HINT,
            "/produk-saya/baru",
            h::FIRST_PRODUCT_OPEN,
        ),
        Next::Draft(id, name) => (
            w.fill(h::DRAFT, &[("name", &name)]),
            w.t(h::DRAFT_HINT).to_owned(),
            format!("/produk-saya/{id}?langkah=kirim"),
            w.t(h::DRAFT_OPEN),
        ),
        Next::Rest => plain(h::REST, h::REST_HINT, "/produk-saya/baru", h::REST_OPEN),
        Next::Staff => plain(h::STAFF, h::STAFF_HINT, "/galeri", h::STAFF_OPEN),
        Next::Look => plain(h::LOOK, h::LOOK_HINT, "/galeri", h::STAFF_OPEN),
    };
    let outside = href == "/galeri";
    view! {
        <section class="nk-card nk-next">
            <p class="nk-eyebrow"><Icon icon=icondata_lu::LuFootprints/>{w.t(h::NEXT)}</p>
            <h2>{title}</h2>
            <p>{late.then(|| view! { <Late/> })}{hint}</p>
            {if outside {
                view! { <a href=href rel="external" class="nk-btn nk-btn-primary nk-btn-wide">{button}</a> }.into_any()
            } else {
                view! { <A href attr:class="nk-btn nk-btn-primary nk-btn-wide">{button}</A> }.into_any()
            }}
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use chrono::DateTime;
    use domain::ids::{BusinessId, InquiryId, RoundId};

    use super::*;

    fn nothing(side: Side) -> Awaiting {
        Awaiting {
            name: "Siti Rahmawati".into(),
            side,
            unread: 0,
            businesses: Vec::new(),
            products: Vec::new(),
            submissions: Vec::new(),
            tasks: Vec::new(),
            inquiries: Vec::new(),
            desk: Vec::new(),
            rounds: Vec::new(),
            claims: Vec::new(),
            claim_count: 0,
        }
    }

    fn round(name: &str, chore: Chore) -> RoundWaits {
        RoundWaits {
            round: RoundId::new(),
            name: name.into(),
            chores: vec![(chore, 2)],
        }
    }

    fn inquiry(buyer: &str) -> InquiryLine {
        InquiryLine {
            id: InquiryId::new(),
            business: BusinessId::new(),
            maker: "Tenun Sari Sukarara".into(),
            buyer: buyer.into(),
            place: String::new(),
            items: Vec::new(),
            message: "Apakah masih ada?".into(),
            created_at: DateTime::default(),
            read: false,
            waits: true,
        }
    }

    #[test]
    fn an_appeal_in_any_round_comes_before_a_decision_in_the_round_that_ends_first() {
        let awaiting = Awaiting {
            rounds: vec![
                round("November", Chore::Decide),
                round("Oktober", Chore::AnswerAppeals),
            ],
            ..nothing(Side::Staff)
        };
        let Next::Round(first, chore, count) = of(&awaiting) else {
            panic!("no round")
        };
        assert_eq!(
            (first.name.as_str(), chore, count),
            ("Oktober", Chore::AnswerAppeals, 2)
        );
    }

    #[test]
    fn the_buyer_who_waits_longest_comes_before_everything_of_ones_own() {
        let awaiting = Awaiting {
            inquiries: vec![inquiry("Hotel Rajabasa"), inquiry("Toko Nusa")],
            ..nothing(Side::Maker)
        };
        let Next::Answer(first) = of(&awaiting) else {
            panic!("no buyer")
        };
        assert_eq!(first.buyer, "Toko Nusa", "the list has the youngest first");
    }

    #[test]
    fn who_has_nothing_yet_registers_staff_rests_and_partners_look() {
        let first = |side| of(&nothing(side));
        assert_eq!(first(Side::Maker), Next::Register);
        assert_eq!(first(Side::Staff), Next::Staff);
        assert_eq!(first(Side::Onlooker), Next::Look);
    }
}
