//! Nobody judges their own client.

use domain::{
    business::{ClaimForm, Evidence, SnapshotForm},
    curation::Decision,
    gallery::ProductForm,
    review::{AbstainReason, OpenSeat, Unseated},
};

use super::*;
use crate::{
    both_engines, business,
    curation::{
        abstain, assign as by_hand, assign_round, blurred_photo, carry_over, create_round, decide,
        declare_conflict, desk, plan_round, prepare_decisions, score as give, sheet,
        submit as send, unassign, undecide,
    },
    db::execute,
    testing::{curation::*, village},
};

/// Whoever is seated at an entry, by name.
async fn seated(centre: &Centre, entry: EntryId) -> Vec<String> {
    let mut names: Vec<_> = chairs(centre, entry)
        .await
        .into_iter()
        .map(|chair| chair.curator.name)
        .collect();
    names.sort_unstable();
    names
}

/// A curator who is a consultant too.
async fn also_consultant(centre: &Centre, season: &Season, who: &Actor) -> Actor {
    village::join(centre, who, Role::Consultant, &season.place).await
}

both_engines! {
    async fn a_declared_conflict_keeps_a_curator_from_the_entry(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        let baiq = &season.curators[0];
        declare_conflict(&centre, baiq.own(act::ScoreEntry).unwrap(), lale.business).await.unwrap();
        assign(&centre, &season, season.round).await;
        let names = seated(&centre, entry).await;
        assert!(names.len() == 2 && names.contains(&"Lalu Hamdan".into()), "{names:?}");
        assert!(!names.contains(&"Baiq Nurhayati".into()));
        let hand = by_hand(&centre, manages(&season), entry, baiq.person).await;
        assert_eq!(refused(hand), Refusal::ConflictOfInterest, "nor by hand");
    }

    async fn a_conflict_declared_late_frees_the_seat_for_somebody_else(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let chair = chairs(&centre, entry).await.swap_remove(0);
        let permit = || chair.curator.own(act::ScoreEntry).unwrap();
        sheet(&centre, permit(), chair.assignment).await.unwrap();
        declare_conflict(&centre, permit(), lale.business).await.unwrap();
        assert_eq!(refused(sheet(&centre, permit(), chair.assignment).await), Refusal::NotFound, "the seat is gone");
        let names = seated(&centre, entry).await;
        assert!(names.len() == 2 && !names.contains(&chair.curator.name), "{names:?}");
    }

    async fn a_consultant_who_worked_for_a_maker_never_judges_her(centre) {
        let season = season(&centre).await;
        let makers = [
            maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await,
            maker(&centre, "Rohani", "Gerabah Ibu Rohani").await,
            maker(&centre, "Baiq Hafsah", "Ketak Beleka").await,
        ];
        let mut products = Vec::new();
        for one in &makers {
            products.push(product(&centre, one, &ProductForm { name: format!("Karya {}", one.owner.name), ..songket() }).await);
        }
        let baiq = also_consultant(&centre, &season, &season.curators[0]).await;
        // She counted the turnover of the first, wrote down a licence of the second, and sent in for the third.
        let figures = SnapshotForm {
            as_of: "2026-06-30".into(),
            turnover: "120.000.000".into(),
            workers_women: "4".into(),
            workers_men: "1".into(),
            evidence: Evidence::Books.as_str().into(),
        };
        let permit = baiq.may(act::EditBusiness, &makers[0].place).unwrap();
        business::record_snapshot(&centre, permit, makers[0].business, &figures).await.unwrap();
        let mark = ClaimForm { kind: "trademark".into(), number: "IDM000812345".into(), expires_on: "2031-01-01".into() };
        let permit = baiq.may(act::EditBusiness, &makers[1].place).unwrap();
        business::declare_claim(&centre, permit, makers[1].business, &mark).await.unwrap();
        let mut entries = vec![submit(&centre, &makers[0], products[0]).await, submit(&centre, &makers[1], products[1]).await];
        let permit = baiq.may(act::SubmitProduct, &makers[2].place).unwrap();
        entries.push(send(&centre, permit, products[2]).await.unwrap());

        assign(&centre, &season, season.round).await;
        for entry in entries {
            let names = seated(&centre, entry).await;
            assert!(names.len() == 2 && !names.contains(&baiq.name), "{names:?}");
            assert_eq!(refused(by_hand(&centre, manages(&season), entry, baiq.person).await), Refusal::ConflictOfInterest);
        }
        assert!(desk(&centre, &baiq).await.unwrap().queue.is_empty());
    }

    async fn a_household_that_shares_a_phone_judges_nothing_of_each_other(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        centre.db.write((season.curators[0].person, lale.business), |tx, (person, business)| Box::pin(async move {
            execute!(tx, "UPDATE people SET phone = '+6281234567890' WHERE id = $1", *person)?;
            execute!(tx, "UPDATE businesses SET whatsapp = '+6281234567890' WHERE id = $1", *business)
        })).await.unwrap();
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        let names = seated(&centre, entry).await;
        assert!(names.len() == 2 && !names.contains(&"Baiq Nurhayati".into()), "{names:?}");
    }

    async fn a_conflict_that_came_after_the_assignment_closes_sheet_score_and_desk(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        assign(&centre, &season, season.round).await;
        let chair = chairs(&centre, entry).await.into_iter().find(|c| c.curator.name == "Baiq Nurhayati").unwrap();
        let baiq = also_consultant(&centre, &season, &chair.curator).await;
        let permit = || baiq.own(act::ScoreEntry).unwrap();
        let open = sheet(&centre, permit(), chair.assignment).await.unwrap();
        assert_eq!(desk(&centre, &baiq).await.unwrap().queue.len(), 1, "open until she works for the maker");

        let mark = ClaimForm { kind: "trademark".into(), number: "IDM000812345".into(), expires_on: "2031-01-01".into() };
        let edit = baiq.may(act::EditBusiness, &lale.place).unwrap();
        business::declare_claim(&centre, edit, lale.business, &mark).await.unwrap();
        assert_eq!(refused(sheet(&centre, permit(), chair.assignment).await), Refusal::ConflictOfInterest);
        assert_eq!(refused(blurred_photo(&centre, permit(), chair.assignment, 1).await), Refusal::ConflictOfInterest);
        let values = vec![domain::review::Given { criterion: open.criteria[1].id, value: 5, note: String::new() }];
        assert_eq!(refused(give(&centre, permit(), chair.assignment, values).await), Refusal::ConflictOfInterest);
        assert!(desk(&centre, &baiq).await.unwrap().queue.is_empty(), "what would be refused is not on the desk");
        abstain(&centre, permit(), chair.assignment, AbstainReason::Conflict, String::new()).await.unwrap();
        assert_eq!(chairs(&centre, entry).await.len(), 2, "somebody else sits there now");
    }

    async fn a_curator_who_makes_things_herself_never_gets_her_own(centre) {
        let season = season(&centre).await;
        let hamdan = village::join(&centre, &season.curators[1], Role::Entrepreneur, &season.place).await;
        let form = domain::business::NewBusiness { name: "Tenun Hamdan".into(), district: "520202".into(), ..Default::default() };
        let business = business::register(&centre, &hamdan, &form).await.unwrap();
        let hamdan = village::actor(&centre, hamdan.person).await;
        let place = business::place(&mut centre.db.read().await.unwrap(), business).await.unwrap().unwrap();
        let nib = ClaimForm { kind: "nib".into(), number: "1203000412345".into(), ..ClaimForm::default() };
        business::declare_claim(&centre, hamdan.may(act::EditBusiness, &place).unwrap(), business, &nib).await.unwrap();
        let own = Maker { owner: hamdan, business, place };
        let product = product(&centre, &own, &songket()).await;
        let entry = submit(&centre, &own, product).await;
        assign(&centre, &season, season.round).await;
        assert!(!seated(&centre, entry).await.contains(&"Lalu Hamdan".into()));
    }

    async fn a_manager_leaves_the_product_of_her_own_house_to_another_manager(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        centre.db.write((season.siti.person, lale.business), |tx, (person, business)| Box::pin(async move {
            execute!(tx, "UPDATE people SET phone = '+6281234567890' WHERE id = $1", *person)?;
            execute!(tx, "UPDATE businesses SET whatsapp = '+6281234567890' WHERE id = $1", *business)
        })).await.unwrap();
        let entry = submit(&centre, &lale, product).await;
        let sri = season.curators[4].person;
        let conflict = Refusal::ConflictOfInterest;
        assert_eq!(refused(by_hand(&centre, manages(&season), entry, sri).await), conflict, "she does not choose who judges it");
        assign(&centre, &season, season.round).await;
        let seat = chairs(&centre, entry).await[0].assignment;
        assert_eq!(refused(unassign(&centre, manages(&season), seat).await), conflict, "nor who does not");
        let later = domain::review::RoundForm {
            score_until: centre.clock.now() + chrono::Duration::days(30),
            ..round_form(&centre, "Kurasi Desember 2026")
        };
        let later = create_round(&centre, manages(&season), later).await.unwrap();
        assert_eq!(refused(carry_over(&centre, manages(&season), entry, later).await), conflict);

        judge(&centre, entry, &[4, 4]).await;
        prepare_decisions(&centre, manages(&season), season.round).await.unwrap();
        let reason = "Foto produk harus diganti lebih dulu.";
        let milder = decide(&centre, manages(&season), entry, Decision::PassedConditionally, reason.into()).await;
        assert_eq!(refused(milder), conflict);
        assert_eq!(refused(undecide(&centre, manages(&season), entry).await), conflict);
        let wayan = village::staff(&centre, "Wayan Sudarma", Role::Manager, &season.place).await;
        let his = || wayan.may(act::ManageRounds, &season.place).unwrap();
        decide(&centre, his(), entry, Decision::PassedConditionally, reason.into()).await.unwrap();
        undecide(&centre, his(), entry).await.unwrap();
        assert_eq!(announce(&centre, &season, season.round).await, 1, "what the rule decides she may announce");
    }

    async fn where_everybody_is_in_conflict_the_plan_says_so(centre) {
        let (season, lale, entry) = with_songket(&centre).await;
        for curator in &season.curators {
            declare_conflict(&centre, curator.own(act::ScoreEntry).unwrap(), lale.business).await.unwrap();
        }
        let plan = plan_round(&centre, &manages(&season), season.round).await.unwrap();
        assert!(plan.seats.is_empty());
        assert_eq!(plan.open, [OpenSeat { entry, number: 1, why: Unseated::AllBarred }]);
        assert_eq!(assign_round(&centre, manages(&season), season.round).await.unwrap(), plan, "done as planned");
    }
}
