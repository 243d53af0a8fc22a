//! Who is shown, and by whose word.

use domain::{Refusal, centres::ShownForm, tasks::ClinicLine};

use super::{super::*, *};
use crate::{both_engines, people, testing::refused};

fn shown(field: &str) -> ShownForm {
    ShownForm {
        shown: "true".into(),
        field: field.into(),
    }
}

both_engines! {
    async fn staff_are_shown_only_while_they_want_it_and_work_there(centre) {
        let ntb = Door::of_ntb(&centre).await;
        let dewi = village::staff(&centre, "Dewi Kartika", Role::Consultant, &ntb.place).await;
        let names = async || {
            let faces = page(&centre, &ntb.slug).await.unwrap().faces;
            faces.into_iter().map(|face| (face.name, face.field)).collect::<Vec<_>>()
        };
        assert!(names().await.is_empty(), "nobody is shown unasked");

        show_oneself(&centre, &dewi, ntb.place.centre, &shown("finance")).await.unwrap();
        show_oneself(&centre, &ntb.siti, ntb.place.centre, &shown("")).await.unwrap();
        assert_eq!(names().await, [("Siti Rahmawati".to_owned(), None), ("Dewi Kartika".to_owned(), Some(ClinicLine::Finance))]);
        let own = own_faces(&centre, &dewi).await.unwrap();
        assert_eq!((own.len(), own[0].shown, own[0].field), (1, true, Some(ClinicLine::Finance)));

        let not = ShownForm { shown: "false".into(), ..ShownForm::default() };
        show_oneself(&centre, &ntb.siti, ntb.place.centre, &not).await.unwrap();
        assert_eq!(names().await.len(), 1);

        let here = ntb.siti.may(act::ReadStaff, &ntb.place).unwrap();
        let staff = people::staff(&centre, &here).await.unwrap();
        let hers = staff.iter().find(|one| one.person == dewi.person).unwrap();
        let ending = ntb.siti.may(act::ManageStaff, &ntb.place).unwrap();
        people::end_role(&centre, ending, hers.membership).await.unwrap();
        assert!(names().await.is_empty(), "who left is not shown any more");
        let dewi = village::actor(&centre, dewi.person).await;
        assert_eq!(refused(show_oneself(&centre, &dewi, ntb.place.centre, &shown("")).await), Refusal::NotFound);
    }

    async fn a_maker_is_no_face_of_the_centre(centre) {
        let ntb = Door::of_ntb(&centre).await;
        let lale = village::staff(&centre, "Lale Suryani", Role::Entrepreneur, &ntb.place).await;
        assert_eq!(refused(show_oneself(&centre, &lale, ntb.place.centre, &shown("")).await), Refusal::NotFound);
        assert!(own_faces(&centre, &lale).await.unwrap().is_empty());
    }
}
