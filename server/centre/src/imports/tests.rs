//! What lists promise.

use bytes::Bytes;
use domain::{
    Refusal,
    access::{Actor, Permit, Place, Role, act},
    business::NewBusiness,
    ids::ImportId,
    imports::{ImportRow, ListProblem, MendForm, Repeats, Verdict},
    refusal::Problem,
};

use super::*;
use crate::{
    Centre, both_engines, business,
    db::{all, one as one_row},
    people,
    testing::{refused, village},
};

/// The list of an office, as it comes: two rows that are whole, one repeated, one without an owner, one of Lampung.
const LIST: &str = "\
DAFTAR UMKM KABUPATEN LOMBOK TENGAH 2025;;;;;;
No;Nama Pemilik;Nama Usaha;Kecamatan;Kabupaten;No HP;Omzet per Bulan
1;INAQ SAHNUN;Tenun Inaq Sahnun;Pujut;Lombok Tengah;081200001111;Rp 4.500.000
2;Amaq Rusdi;Keripik Rusdi;Praya;Lombok Tengah;0812 0000 2222;tidak tentu
3;Inaq Sahnun;Tenun Inaq Sahnun;Pujut;Lombok Tengah;0812-0000-1111;
4;;Kopi Rinjani;Pujut;Lombok Tengah;081200003333;1 juta
5;Siti Aminah;Tapis Aminah;Metro Pusat;Metro;081200004444;2 jt
";

struct Office {
    place: Place,
    clerk: Actor,
    import: ImportId,
}

impl Office {
    async fn open(centre: &Centre) -> Self {
        let place = village::centre(centre, "52", "5271", "PLUT NTB").await;
        let clerk = village::staff(centre, "Zulkarnain", Role::FrontDesk, &place).await;
        let import = bring(centre, &clerk, &place, LIST).await.unwrap();
        Self {
            place,
            clerk,
            import,
        }
    }

    fn permit(&self) -> Permit<act::ImportLists> {
        self.clerk.may(act::ImportLists, &self.place).unwrap()
    }

    async fn rows(&self, centre: &Centre) -> Vec<ImportRow> {
        let list = one(centre, &self.permit(), self.import).await.unwrap();
        Page::open(centre, &list, None, 1).await.unwrap().rows
    }

    async fn verdicts(&self, centre: &Centre) -> Vec<Verdict> {
        self.rows(centre)
            .await
            .iter()
            .map(|row| row.verdict)
            .collect()
    }
}

async fn bring(
    centre: &Centre,
    clerk: &Actor,
    place: &Place,
    text: &str,
) -> crate::Result<ImportId> {
    let permit = clerk.may(act::ImportLists, place).unwrap();
    preview(
        centre,
        permit,
        "dinas.csv",
        Bytes::copy_from_slice(text.as_bytes()),
    )
    .await
}

async fn businesses(centre: &Centre) -> i64 {
    let mut conn = centre.db.read().await.unwrap();
    let count = one_row!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM businesses WHERE deleted_at IS NULL"
    );
    count.unwrap().0
}

both_engines! {
    async fn a_list_is_looked_at_before_anything_is_taken_over(centre) {
        let office = Office::open(&centre).await;
        use Verdict::{Duplicate, Import, LeftOut, Reject};
        assert_eq!(office.verdicts(&centre).await, [Import, Import, Duplicate, Reject, LeftOut]);
        assert_eq!(businesses(&centre).await, 0);
        let rows = office.rows(&centre).await;
        assert_eq!(rows[0].facts.owner.as_deref(), Some("Inaq Sahnun"));
        assert_eq!(rows[0].facts.turnover, Some(54_000_000), "a month's times twelve");
        assert_eq!(rows[0].place, "Pujut, Kabupaten Lombok Tengah");
        assert_eq!(rows[1].codes, ["turnover_invalid"]);
        assert_eq!(rows[2].repeats, Some(Repeats::Row { sheet: String::new(), number: 3 }));
        assert_eq!(rows[3].codes, ["owner_missing"]);
        assert!(rows[0].cells.iter().any(|cell| cell.contains("INAQ SAHNUN")), "{:?}", rows[0].cells);
    }

    async fn what_is_taken_over_is_a_file_whose_owner_has_no_account(centre) {
        let office = Office::open(&centre).await;
        assert_eq!(apply(&centre, office.permit(), office.import).await.unwrap(), 2);
        let mut conn = centre.db.read().await.unwrap();
        let rows = all!(
            conn,
            (String, String, Option<String>, Option<String>, Option<String>),
            "SELECT b.name, o.name, b.whatsapp, o.phone, o.password_hash FROM businesses b JOIN people o ON o.id = b.owner_id ORDER BY b.name",
        ).unwrap();
        let whatsapp = |number: &str| Some(number.to_owned());
        assert_eq!(rows, [
            ("Keripik Rusdi".into(), "Amaq Rusdi".into(), whatsapp("+6281200002222"), None, None),
            ("Tenun Inaq Sahnun".into(), "Inaq Sahnun".into(), whatsapp("+6281200001111"), None, None),
        ]);
        drop(conn);
        assert_eq!(refused(apply(&centre, office.permit(), office.import).await), Refusal::AlreadyDone);
        let sent = people::sign_in(&centre, "081200001111", "", &village::browser("x")).await;
        assert_eq!(refused(sent), Refusal::SignInFailed, "a number in a list is no account");
        let list = one(&centre, &office.permit(), office.import).await.unwrap();
        assert_eq!((list.tally.done, list.applied_at.is_some()), (2, true));
    }

    async fn a_business_that_has_a_file_is_found_again(centre) {
        let office = Office::open(&centre).await;
        let owner = village::person(&centre, "Inaq Sahnun").await;
        let form = NewBusiness {
            name: "Tenun Inaq Sahnun".into(),
            district: "520203".into(),
            address: String::new(),
            whatsapp: "081200001111".into(),
        };
        let known = business::register(&centre, &owner, &form).await.unwrap();
        let import = bring(&centre, &office.clerk, &office.place, LIST).await.unwrap();
        let list = one(&centre, &office.permit(), import).await.unwrap();
        let rows = Page::open(&centre, &list, Some(Verdict::Duplicate), 1).await.unwrap().rows;
        assert_eq!(rows[0].repeats, Some(Repeats::Business { id: known, name: "Tenun Inaq Sahnun".into() }));
    }

    async fn a_row_is_mended_and_decided_over_anew(centre) {
        let office = Office::open(&centre).await;
        let row = office.rows(&centre).await.remove(3);
        let mut form = MendForm::of(&row.facts);
        let nameless = mend(&centre, office.permit(), office.import, row.id, &form).await;
        assert_eq!(refused(nameless), Refusal::field("owner", Problem::Missing));
        form.owner = "Haji Sudirman".into();
        mend(&centre, office.permit(), office.import, row.id, &form).await.unwrap();
        let row = super::row(&centre, office.import, row.id).await.unwrap();
        assert_eq!((row.verdict, row.mended, row.codes.len()), (Verdict::Import, true, 0));
        form.owner = "Inaq Sahnun".into();
        form.business = "Tenun Inaq Sahnun".into();
        mend(&centre, office.permit(), office.import, row.id, &form).await.unwrap();
        let row = super::row(&centre, office.import, row.id).await.unwrap();
        assert_eq!(row.verdict, Verdict::Duplicate, "now it says what another says");
        settle(&centre, office.permit(), office.import, row.id, true).await.unwrap();
        assert_eq!(apply(&centre, office.permit(), office.import).await.unwrap(), 3, "a clerk may know better");
        let late = mend(&centre, office.permit(), office.import, row.id, &form).await;
        assert_eq!(refused(late), Refusal::AlreadyDone);
    }

    async fn what_this_centre_does_not_serve_stays_out(centre) {
        let office = Office::open(&centre).await;
        let row = office.rows(&centre).await.remove(4);
        let taken = settle(&centre, office.permit(), office.import, row.id, true).await;
        assert_eq!(refused(taken), Refusal::RowIncomplete);
    }

    async fn an_import_is_undone_without_a_trace_but_the_record_and_can_be_done_again(centre) {
        let office = Office::open(&centre).await;
        let row = office.rows(&centre).await.remove(3);
        let form = MendForm { owner: "Haji Sudirman".into(), ..MendForm::of(&row.facts) };
        mend(&centre, office.permit(), office.import, row.id, &form).await.unwrap();
        apply(&centre, office.permit(), office.import).await.unwrap();
        let undone = undo(&centre, office.permit(), office.import).await.unwrap();
        assert_eq!(undone, Undone { gone: 3, kept: 0 });
        assert_eq!(businesses(&centre).await, 0);
        let mut conn = centre.db.read().await.unwrap();
        let left = one_row!(conn, (i64,), "SELECT COUNT(*) FROM people WHERE password_hash IS NULL").unwrap();
        assert_eq!(left, (0,));
        drop(conn);
        assert_eq!(refused(undo(&centre, office.permit(), office.import).await), Refusal::AlreadyDone);
        assert_eq!(apply(&centre, office.permit(), office.import).await.unwrap(), 3, "the mended row is still mended");
    }

    async fn what_somebody_has_worked_on_survives_the_undoing(centre) {
        let office = Office::open(&centre).await;
        apply(&centre, office.permit(), office.import).await.unwrap();
        let id = office.rows(&centre).await[0].business.unwrap();
        let place = business::place(&mut centre.db.read().await.unwrap(), id).await.unwrap().unwrap();
        let permit = office.clerk.may(act::EditBusiness, &place).unwrap();
        let form = domain::business::ClaimForm { kind: "nib".into(), number: "1203000412345".into(), expires_on: String::new() };
        business::declare_claim(&centre, permit, id, &form).await.unwrap();
        let undone = undo(&centre, office.permit(), office.import).await.unwrap();
        assert_eq!(undone, Undone { gone: 1, kept: 1 });
        assert_eq!(businesses(&centre).await, 1);
    }

    async fn another_centre_sees_nothing_of_it(centre) {
        let office = Office::open(&centre).await;
        let other = village::centre(&centre, "18", "1871", "PLUT Lampung").await;
        let clerk = village::staff(&centre, "Wayan", Role::FrontDesk, &other).await;
        let permit = || clerk.may(act::ImportLists, &other).unwrap();
        let row = office.rows(&centre).await.remove(0);
        assert_eq!(list(&centre, &permit()).await.unwrap(), []);
        assert_eq!(refused(one(&centre, &permit(), office.import).await), Refusal::NotFound);
        assert_eq!(refused(apply(&centre, permit(), office.import).await), Refusal::NotFound);
        assert_eq!(refused(undo(&centre, permit(), office.import).await), Refusal::NotFound);
        assert_eq!(refused(settle(&centre, permit(), office.import, row.id, false).await), Refusal::NotFound);
        let form = MendForm::of(&row.facts);
        assert_eq!(refused(mend(&centre, permit(), office.import, row.id, &form).await), Refusal::NotFound);
    }

    async fn what_is_no_list_is_refused_in_a_word(centre) {
        let office = Office::open(&centre).await;
        for (text, problem) in [
            ("", ListProblem::Empty),
            ("Selamat pagi,\nini bukan daftar.\n", ListProblem::NoRows),
        ] {
            let refusal = refused(bring(&centre, &office.clerk, &office.place, text).await);
            assert_eq!(refusal, Refusal::List(problem));
        }
        let lists = list(&centre, &office.permit()).await.unwrap();
        assert_eq!(lists.len(), 1, "a refused file leaves nothing");
    }
}
