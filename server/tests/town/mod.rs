//! The demo village behind a whole server, for tests that speak HTTP.

#![allow(dead_code, reason = "each test file uses its own part of the town")]

use axum::http::{HeaderName, HeaderValue, Method, header};
use axum_test::{TestResponse, TestServer};
use centre::{Centre, business, centres, curation, demo, gallery, imports, news, people, testing};
use domain::{
    access::{Actor, Place, Role, act},
    centres::{Part, RoomForm},
    gallery::{CollectionForm, ProductForm},
    ids::{BusinessId, CollectionId, NewsId, ProductId, RoomId},
    news::NewsForm,
    people::Purpose,
    review::EntryState,
};
use server::{settings::Given, web};

/// What a browser says of a post from our own page.
pub const SAME_SITE: (HeaderName, HeaderValue) = (
    HeaderName::from_static("sec-fetch-site"),
    HeaderValue::from_static("same-origin"),
);

/// The village and its server.
pub struct Town {
    pub centre: Centre,
    pub server: TestServer,
}

impl Town {
    pub async fn new() -> Self {
        Self::with_burst(500).await
    }

    /// A town whose forms may be sent so many times at once.
    pub async fn with_burst(burst: u32) -> Self {
        Self::with(|given| given.sign_in_burst = Some(burst)).await
    }

    /// A town whose server is set in this way.
    pub async fn with(set: impl FnOnce(&mut Given)) -> Self {
        let centre = testing::fresh(testing::Engine::Sqlite).await;
        demo::seed_plain(&centre).await.unwrap();
        let mut given = Given {
            site: Some("does-not-exist".into()),
            ..Given::default()
        };
        set(&mut given);
        let settings = given.check().unwrap();
        let leptos = leptos::config::LeptosOptions::builder()
            .output_name("naikkelas")
            .build();
        let server = TestServer::new(web::router(centre.clone(), leptos, &settings));
        Self { centre, server }
    }

    pub async fn call(
        &self,
        method: &Method,
        path: &str,
        input: &str,
        cookie: Option<&str>,
    ) -> TestResponse {
        let address = if *method == Method::GET && !input.is_empty() {
            format!("{path}?{input}")
        } else {
            path.to_owned()
        };
        let mut request = self
            .server
            .method(method.clone(), &address)
            .add_header(header::ACCEPT, "application/json");
        if *method == Method::POST {
            request = request
                .add_header(SAME_SITE.0, SAME_SITE.1)
                .text(input)
                .content_type("application/x-www-form-urlencoded");
        }
        if let Some(cookie) = cookie {
            request = request.add_header(header::COOKIE, cookie);
        }
        request.await
    }

    /// Signs in as a browser does; the cookie of the session.
    pub async fn sign_in(&self, contact: &str) -> String {
        let input = format!(
            "contact={contact}&password={}&next=&back=",
            demo::PASSWORD.replace(' ', "+")
        );
        let answer = self
            .call(&Method::POST, "/api/people/sign_in", &input, None)
            .await;
        // Two come: the session's, and the one that the browser is known by.
        let cookies = answer.iter_headers_by_name(header::SET_COOKIE);
        let cookies: Vec<&str> = cookies.map(|line| line.to_str().unwrap()).collect();
        for cookie in &cookies {
            let strict = cookie.starts_with("__Host-")
                && cookie.contains("HttpOnly")
                && cookie.contains("Secure");
            assert!(strict, "{cookie}");
        }
        let of_session = |line: &&&str| line.starts_with("__Host-naikkelas=");
        let cookie = cookies.iter().find(of_session).expect("a session");
        cookie.split(';').next().unwrap().to_owned()
    }

    pub async fn actor(&self, contact: &str) -> Actor {
        let person = testing::village::signed_in(&self.centre, contact, demo::PASSWORD)
            .await
            .unwrap();
        people::actor(&mut self.centre.db.read().await.unwrap(), person)
            .await
            .unwrap()
            .unwrap()
    }

    pub async fn business_of(&self, owner: &Actor) -> BusinessId {
        business::mine(&self.centre, owner).await.unwrap()[0].id
    }

    /// A product with nothing but its name.
    pub async fn draft_product(&self, owner: &Actor) {
        let business = self.business_of(owner).await;
        let place = business::place(&mut self.centre.db.read().await.unwrap(), business)
            .await
            .unwrap()
            .unwrap();
        let permit = owner.may(act::SubmitProduct, &place).unwrap();
        let form = ProductForm {
            name: "Draf".into(),
            category: "craft".into(),
            ..ProductForm::default()
        };
        business::save_product(&self.centre, permit, business, ProductId::new(), &form)
            .await
            .unwrap();
    }
}

impl Town {
    /// Objects to the announced decisions of an owner, as far as nobody did yet.
    pub async fn appeal(&self, owner: &Actor) {
        let sent = curation::my_submissions(&self.centre, owner).await.unwrap();
        for one in sent
            .into_iter()
            .filter(|one| one.state == EntryState::Released)
        {
            let place = curation::entry_place(&mut self.centre.db.read().await.unwrap(), one.entry)
                .await
                .unwrap()
                .unwrap();
            let permit = owner.may(act::AnswerDecision, &place).unwrap();
            let reason = "Foto labelnya sudah kami ganti minggu lalu.".to_owned();
            let _ = curation::appeal(&self.centre, permit, one.entry, reason).await;
        }
    }

    /// What a manager leaves behind: a list that cannot be taken over, an empty collection, a room taken away, news without
    /// a photo, an invitation taken back, a role that ended.
    pub async fn leavings(&self, manager: &Actor) {
        let held = &manager.memberships[0];
        let place = Place {
            owner: None,
            centre: held.centre.unwrap(),
            province: held.province.clone().unwrap(),
        };
        let form = CollectionForm {
            title_id: "Rak kosong".into(),
            intro_id: "Masih kosong.".into(),
            ..CollectionForm::default()
        };
        let permit = manager.may(act::ManageCollections, &place).unwrap();
        gallery::save_collection(&self.centre, permit, CollectionId::new(), &form)
            .await
            .unwrap();
        // A list of which nothing can be taken over.
        let permit = manager.may(act::ImportLists, &place).unwrap();
        let list = "Nama Pemilik;Nama Usaha;Kecamatan;Kabupaten\nAmaq Budi;Warung Budi;;Atlantis\n";
        imports::preview(&self.centre, permit, "sisa.csv", list.into())
            .await
            .unwrap();
        let managing = || manager.may(act::ManageCentre, &place).unwrap();
        let (room, form) = (
            RoomId::new(),
            RoomForm {
                name: "Gudang lama".into(),
                seats: "1".into(),
            },
        );
        centres::save_room(&self.centre, managing(), room, &form)
            .await
            .unwrap();
        centres::take_away(&self.centre, managing(), Part::Room, room.0)
            .await
            .unwrap();
        let form = NewsForm {
            title_id: "Kabar tanpa foto".into(),
            text_id: "Kabar ini belum pernah bergambar.".into(),
            ..NewsForm::default()
        };
        let writing = manager.may(act::WriteNews, &place).unwrap();
        news::save_news(&self.centre, writing, NewsId::new(), &form)
            .await
            .unwrap();
        let staff = || manager.may(act::ManageStaff, &place).unwrap();
        let new = people::invite(&self.centre, staff(), "calon@contoh.id", Role::FrontDesk)
            .await
            .unwrap();
        people::withdraw(&self.centre, staff(), new.id)
            .await
            .unwrap();
        let helper = format!("penolong-{}@contoh.id", held.centre.unwrap());
        let form = people::SignUp {
            name: "Penolong Sehari".into(),
            contact: helper.clone(),
            password: demo::PASSWORD.into(),
            purposes: Purpose::ALL.to_vec(),
            ..people::SignUp::default()
        };
        let person = people::sign_up(&self.centre, &form).await.unwrap();
        let new = people::invite(&self.centre, staff(), &helper, Role::FrontDesk)
            .await
            .unwrap();
        let actor = people::actor(&mut self.centre.db.read().await.unwrap(), person)
            .await
            .unwrap()
            .unwrap();
        people::accept(&self.centre, &actor, &new.secret)
            .await
            .unwrap();
        let here = manager.may(act::ReadStaff, &place).unwrap();
        let members = people::staff(&self.centre, &here).await.unwrap();
        let member = members.iter().find(|one| one.person == person).unwrap();
        people::end_role(&self.centre, staff(), member.membership)
            .await
            .unwrap();
    }
}

/// One person of each role, all of NTB where the role has a place.
pub const CALLERS: [(Role, &str); 8] = [
    (Role::Entrepreneur, "081234567801"),
    (Role::Consultant, "dewi@plut-ntb.id"),
    (Role::Curator, "baiq@plut-ntb.id"),
    (Role::FrontDesk, "zul@plut-ntb.id"),
    (Role::Manager, "siti@plut-ntb.id"),
    (Role::ProvinceAdmin, "wirajaya@ntbprov.id"),
    (Role::Partner, "inkubator@unram.id"),
    (Role::Ministry, "data@umkm.id"),
];
