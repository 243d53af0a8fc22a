//! Licences and certificates, declared and checked.

use domain::business::{ClaimCheckForm, ClaimKind, Standing};

use super::{super::*, *};
use crate::both_engines;

both_engines! {
    async fn a_claim_is_declared_checked_and_ended(centre) {
        let scene = scene(&centre).await;
        let claim = declare(&centre, &scene, &nib()).await;
        let standing = |file: domain::business::BusinessFile| file.claims.iter().map(|c| c.standing).collect::<Vec<_>>();
        assert_eq!(standing(open(&centre, &scene, &scene.lale).await), [Standing::SelfDeclared]);

        let place = place_of(&centre, scene.tenun).await;
        assert!(scene.lale.may(act::VerifyClaim, &place).is_err());
        let permit = scene.dewi.may(act::VerifyClaim, &place).unwrap();
        let good = ClaimCheckForm { good: true, source: "OSS".into(), expires_on: String::new() };
        check_claim(&centre, permit, claim, &good).await.unwrap();
        assert_eq!(standing(open(&centre, &scene, &scene.lale).await), [Standing::Verified]);

        let permit = scene.lale.may(act::EditBusiness, &place).unwrap();
        assert_eq!(refused(declare_claim(&centre, permit.clone(), scene.tenun, &nib()).await), Refusal::AlreadyDone);
        end_claim(&centre, permit.clone(), claim).await.unwrap();
        assert_eq!(standing(open(&centre, &scene, &scene.lale).await), []);
        assert_eq!(refused(end_claim(&centre, permit, claim).await), Refusal::NotFound);
    }

    async fn nobody_checks_a_claim_of_their_own_business(centre) {
        let scene = scene(&centre).await;
        let claim = declare(&centre, &scene, &nib()).await;
        let lale = village::join(&centre, &scene.lale, Role::Consultant, &scene.mataram).await;
        let permit = lale.may(act::VerifyClaim, &place_of(&centre, scene.tenun).await).unwrap();
        let good = ClaimCheckForm { good: true, source: "OSS".into(), expires_on: String::new() };
        assert_eq!(refused(check_claim(&centre, permit, claim, &good).await), Refusal::ConflictOfInterest);
    }

    async fn declared_licences_wait_for_those_who_may_check_them(centre) {
        let scene = scene(&centre).await;
        let claim = declare(&centre, &scene, &nib()).await;
        centre.clock.forward(chrono::Duration::hours(1));
        declare(&centre, &scene, &pirt("2027-12-01")).await;
        let (first, count) = unchecked_claims(&centre, &scene.dewi, 1).await.unwrap();
        assert_eq!((first.len(), count), (1, 2));
        assert_eq!((first[0].claim, first[0].kind, first[0].business), (claim, ClaimKind::Nib, scene.tenun));
        assert_eq!(unchecked_claims(&centre, &scene.lale, 5).await.unwrap(), (vec![], 0), "not one's own");
        let lale = village::join(&centre, &scene.lale, Role::Consultant, &scene.mataram).await;
        assert_eq!(unchecked_claims(&centre, &lale, 5).await.unwrap(), (vec![], 0), "not one's own, as staff either");
        let bali = village::centre(&centre, "51", "5171", "PLUT Bali").await;
        let made = village::staff(&centre, "I Made Konsultan", Role::Consultant, &bali).await;
        assert_eq!(unchecked_claims(&centre, &made, 5).await.unwrap(), (vec![], 0), "not of another centre");
        let permit = scene.dewi.may(act::VerifyClaim, &place_of(&centre, scene.tenun).await).unwrap();
        let good = ClaimCheckForm { good: true, source: "OSS".into(), expires_on: String::new() };
        check_claim(&centre, permit, claim, &good).await.unwrap();
        assert_eq!(unchecked_claims(&centre, &scene.dewi, 5).await.unwrap().1, 1, "checked is done");
    }

    async fn a_lapsed_claim_gives_way_to_its_renewal(centre) {
        let scene = scene(&centre).await;
        declare(&centre, &scene, &pirt("2026-12-01")).await;
        let lines = list(&centre, &scene.dewi, "", 1).await.unwrap();
        assert_eq!(lines[0].claims_to_mend, 0, "declared and in force");
        centre.clock.forward(chrono::Duration::days(10));
        let lines = list(&centre, &scene.dewi, "", 1).await.unwrap();
        assert_eq!(lines[0].claims_to_mend, 1, "lapsed");
        declare(&centre, &scene, &pirt("2031-12-01")).await;
        let file = open(&centre, &scene, &scene.lale).await;
        assert_eq!(file.claims.iter().map(|c| c.standing).collect::<Vec<_>>(), [Standing::SelfDeclared]);
    }
}
