//! Every route and server function, called as everybody, on own, other's, foreign and missing things.
//!
//! A new endpoint without a row in [`ROWS`] fails here.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode, header};
use axum_test::TestServer;
use centre::{db::Sql, testing};
use domain::{
    access::{ActKind, Reach},
    ids::{BusinessId, PersonId},
};
use server::{settings::Given, web};
use uuid::Uuid;

mod town;
use town::{CALLERS, Town};

/// What an endpoint asks of its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    /// Nothing: it is a door.
    Nothing,
    /// To be signed in; it is about the caller's own things.
    SignedIn,
    /// This right over the thing it names.
    Right(ActKind),
}

/// Path, whether it reads (GET) or changes (POST), what it asks, and a query that is answered or a body that is refused
/// for its fields or its timing if the caller is let in: the village must look the same to every caller. Words in braces
/// are filled in with the things of [`KINDS`].
#[rustfmt::skip]
const ROWS: &[(&str, Method, Asks, &str)] = &[
    ("/api/people/sign_in", Method::POST, Asks::Nothing, "contact=&password=&next=&back="),
    ("/api/people/sign_up", Method::POST, Asks::Nothing, "name=&contact=&password=&next=&back="),
    ("/api/people/sign_out", Method::POST, Asks::Nothing, ""),
    ("/api/people/sign_out_everywhere", Method::POST, Asks::SignedIn, ""),
    ("/api/people/me", Method::GET, Asks::SignedIn, ""),
    ("/api/people/account", Method::GET, Asks::SignedIn, ""),
    ("/api/people/set_consent", Method::POST, Asks::SignedIn, "purpose=statistics&given=true"),
    ("/api/home/awaiting", Method::GET, Asks::SignedIn, ""),
    ("/api/notices/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/notices/read", Method::POST, Asks::SignedIn, ""),
    ("/api/tasks/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/tasks/finish", Method::POST, Asks::Right(ActKind::DoTask), "task={task}&proof="),
    ("/api/business/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/business/list", Method::GET, Asks::SignedIn, ""),
    ("/api/business/register_form", Method::GET, Asks::SignedIn, ""),
    ("/api/business/register", Method::POST, Asks::SignedIn, "form[name]="),
    ("/api/business/file", Method::GET, Asks::Right(ActKind::ReadBusiness), "business={business}"),
    ("/api/business/declare_claim", Method::POST, Asks::Right(ActKind::EditBusiness), "business={business}&form[kind]=nib&form[number]="),
    ("/api/business/profile_form", Method::GET, Asks::Right(ActKind::EditBusiness), "business={business}"),
    ("/api/business/edit_profile", Method::POST, Asks::Right(ActKind::EditBusiness), "business={business}&form[name]="),
    ("/api/business/check_claim", Method::POST, Asks::Right(ActKind::VerifyClaim), "claim={claim}&form[source]="),
    ("/api/business/end_claim", Method::POST, Asks::Right(ActKind::EditBusiness), "claim={claim}"),
    ("/api/business/record_snapshot", Method::POST, Asks::Right(ActKind::EditBusiness), "business={business}&form[turnover]="),
    ("/api/product/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/product/begin_form", Method::GET, Asks::SignedIn, ""),
    ("/api/product/begin", Method::POST, Asks::Right(ActKind::SubmitProduct), "business={business}&product={product}&form[name]="),
    ("/api/product/write_form", Method::GET, Asks::Right(ActKind::SubmitProduct), "product={product}"),
    ("/api/product/save", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&step=jenis&form[name]="),
    ("/api/product/describe_photo", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&media={new}&form[alt]={long}"),
    ("/api/product/main_photo", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&media={new}"),
    ("/api/product/remove_photo", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&media={new}"),
    ("/api/product/delete", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}"),
    ("/api/product/submit", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}"),
    ("/api/curation/result", Method::GET, Asks::Right(ActKind::ReadSubmission), "entry={entry}"),
    ("/api/curation/withdraw", Method::POST, Asks::Right(ActKind::AnswerDecision), "entry={entry}"),
    ("/api/curation/appeal", Method::POST, Asks::Right(ActKind::AnswerDecision), "entry={entry}&reason="),
    ("/api/curation/desk", Method::GET, Asks::SignedIn, ""),
    ("/api/curation/sheet", Method::GET, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}"),
    ("/api/curation/score", Method::POST, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}&lines[0][criterion]={new}&lines[0][value]=3"),
    ("/api/curation/skip", Method::POST, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}"),
    ("/api/curation/abstain", Method::POST, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}&reason=other&words="),
    ("/api/curation/rounds", Method::GET, Asks::Right(ActKind::ManageRounds), "centre={centre}"),
    ("/api/curation/create_round", Method::POST, Asks::Right(ActKind::ManageRounds), "centre={centre}&form[name]="),
    ("/api/curation/round", Method::GET, Asks::Right(ActKind::ManageRounds), "round={round}&planning=true"),
    ("/api/curation/edit_round", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}&form[name]="),
    ("/api/curation/assign_round", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/assign", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&reviewer={new}&round={new}"),
    ("/api/curation/unassign", Method::POST, Asks::Right(ActKind::ManageRounds), "assignment={assignment}&round={new}"),
    ("/api/curation/prolong_review", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&round={new}"),
    ("/api/curation/deciding", Method::GET, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/prepare_decisions", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/decide", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&decision=passed&reason=&round={new}"),
    ("/api/curation/undecide", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&round={new}"),
    ("/api/curation/carry_over", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&later={round}&round={new}"),
    ("/api/curation/release", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/appeals", Method::GET, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/answer_appeal", Method::POST, Asks::Right(ActKind::ManageRounds), "appeal={appeal}&granted=true&answer=&round={new}"),
    ("/api/curation/rubrics", Method::GET, Asks::Right(ActKind::EditRubric), "centre={centre}"),
    ("/api/curation/begin_rubric", Method::POST, Asks::Right(ActKind::EditRubric), "centre={centre}&category="),
    ("/api/curation/rubric", Method::GET, Asks::Right(ActKind::EditRubric), "rubric={rubric}"),
    ("/api/curation/save_rubric", Method::POST, Asks::Right(ActKind::EditRubric), "rubric={rubric}&go=publish"),
    ("/api/curation/curators", Method::GET, Asks::Right(ActKind::ManageRounds), "centre={centre}"),
    ("/api/curation/set_expertise", Method::POST, Asks::Right(ActKind::ManageRounds), "centre={centre}&person={new}&categories[]=x"),
    ("/api/curation/collections", Method::GET, Asks::Right(ActKind::ManageCollections), "centre={centre}"),
    ("/api/curation/collection", Method::GET, Asks::Right(ActKind::ManageCollections), "collection={collection}"),
    ("/api/curation/save_collection", Method::POST, Asks::Right(ActKind::ManageCollections), "collection={collection}&form[title_id]="),
    ("/api/curation/publish_collection", Method::POST, Asks::Right(ActKind::ManageCollections), "collection={collection}&public=true"),
    ("/api/people/staff", Method::GET, Asks::Right(ActKind::ReadStaff), "centre={centre}"),
    ("/api/people/invite", Method::POST, Asks::Right(ActKind::ManageStaff), "centre={centre}&form[contact]=&form[role]=curator"),
    ("/api/people/withdraw_invitation", Method::POST, Asks::Right(ActKind::ManageStaff), "centre={centre}&invitation={invitation}"),
    ("/api/people/end_role", Method::POST, Asks::Right(ActKind::ManageStaff), "centre={centre}&membership={membership}"),
    ("/api/people/invitation", Method::GET, Asks::SignedIn, "secret=x"),
    ("/api/people/accept_invitation", Method::POST, Asks::SignedIn, "secret=x"),
    ("/api/people/settings", Method::POST, Asks::SignedIn, "form[language]=id&form[quiet_from]=21&form[quiet_until]=6"),
    ("/api/people/change_password", Method::POST, Asks::SignedIn, "old=&new="),
    ("/api/people/jobs", Method::GET, Asks::Right(ActKind::MendJobs), "centre={centre}"),
    ("/api/people/retry_job", Method::POST, Asks::SignedIn, "job={new}"),
    ("/api/people/audit", Method::GET, Asks::Right(ActKind::ReadAudit), "centre={centre}"),
    ("/api/gallery/my_inquiries", Method::GET, Asks::SignedIn, ""),
    ("/api/gallery/inquiry", Method::GET, Asks::Right(ActKind::AnswerInquiry), "inquiry={inquiry}"),
    ("/api/gallery/answer_inquiry", Method::POST, Asks::Right(ActKind::AnswerInquiry), "inquiry={inquiry}&text="),
];

/// One thing of each kind that hangs on a business, with the person whose it is.
async fn things_of(
    town: &Town,
    business: BusinessId,
    kinds: &[&'static str],
) -> BTreeMap<&'static str, Thing> {
    let mut conn = town.centre.db.read().await.unwrap();
    let mut things = BTreeMap::new();
    for (kind, query) in KINDS.iter().filter(|(kind, _)| kinds.contains(kind)) {
        let found: Vec<(Uuid, Option<PersonId>)> =
            Sql::new(query).bind(business).all(&mut conn).await.unwrap();
        let (id, owner) = found
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("the village lacks a {kind} for {business}"));
        things.insert(*kind, Thing { id, owner });
    }
    things
}

/// A thing that rows name, and the person whose it is.
struct Thing {
    id: Uuid,
    owner: Option<PersonId>,
}

/// How a thing of each kind is found for a business: its identity and its owner. The product is a bare draft.
#[rustfmt::skip]
const KINDS: &[(&str, &str)] = &[
    ("business", "SELECT id, owner_id FROM businesses WHERE id = "),
    ("product", "SELECT p.id, b.owner_id FROM products p JOIN businesses b ON b.id = p.business_id WHERE p.price = 0 AND b.id = "),
    ("entry", "SELECT e.id, b.owner_id FROM entries e JOIN businesses b ON b.id = e.business_id WHERE e.state = 'released' AND b.id = "),
    ("claim", "SELECT c.id, b.owner_id FROM claims c JOIN businesses b ON b.id = c.business_id WHERE c.ended_at IS NULL AND b.id = "),
    ("task", "SELECT t.id, t.owner_id FROM tasks t WHERE t.done_at IS NULL AND t.business_id = "),
    ("centre", "SELECT centre_id, NULL FROM businesses WHERE id = "),
    ("round", "SELECT r.id, NULL FROM rounds r JOIN businesses b ON b.centre_id = r.centre_id WHERE r.released_at IS NOT NULL AND b.id = "),
    ("rubric", "SELECT r.id, NULL FROM rubrics r JOIN businesses b ON b.centre_id = r.centre_id WHERE r.published_at IS NOT NULL AND b.id = "),
    ("assignment", "SELECT a.id, a.reviewer_id FROM assignments a JOIN entries e ON e.id = a.entry_id WHERE e.state = 'released' AND a.scored_at IS NOT NULL AND e.business_id = "),
    ("appeal", "SELECT a.id, NULL FROM appeals a JOIN entries e ON e.id = a.entry_id WHERE e.business_id = "),
    ("collection", "SELECT k.id, NULL FROM collections k JOIN businesses b ON b.centre_id = k.centre_id WHERE k.intro LIKE '%kosong%' AND b.id = "),
    ("invitation", "SELECT i.id, NULL FROM invitations i JOIN businesses b ON b.centre_id = i.centre_id WHERE i.withdrawn_at IS NOT NULL AND b.id = "),
    ("membership", "SELECT m.id, NULL FROM memberships m JOIN businesses b ON b.centre_id = m.centre_id WHERE m.ended_at IS NOT NULL AND b.id = "),
    ("inquiry", "SELECT i.id, b.owner_id FROM inquiries i JOIN businesses b ON b.id = i.business_id WHERE b.id = "),
];

fn kinds_of(input: &str) -> Vec<&'static str> {
    KINDS
        .iter()
        .map(|(kind, _)| *kind)
        .filter(|kind| input.contains(&format!("{{{kind}}}")))
        .collect()
}

fn fill(input: &str, things: &BTreeMap<&'static str, Thing>) -> String {
    let mut input = input
        .replace("{new}", &Uuid::now_v7().to_string())
        .replace("{long}", &"x".repeat(300));
    for (kind, thing) in things {
        input = input.replace(&format!("{{{kind}}}"), &thing.id.to_string());
    }
    input
}

fn nothing(input: &str) -> String {
    let input = fill(input, &BTreeMap::new());
    kinds_of(&input).iter().fold(input.clone(), |input, kind| {
        input.replace(&format!("{{{kind}}}"), &Uuid::now_v7().to_string())
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_server_function_has_a_row() {
    let _ = Town::new().await;
    let rows: BTreeSet<(String, String)> = ROWS
        .iter()
        .map(|(path, method, ..)| ((*path).to_owned(), method.to_string()))
        .collect();
    let real: BTreeSet<(String, String)> = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, method)| (path.to_owned(), method.to_string()))
        .collect();
    assert_eq!(real, rows);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_matrix_decides_every_call() {
    let town = Town::new().await;
    let lale = town.actor("081234567801").await;
    let rohani = town.actor("081234567802").await;
    let yuliana = town.actor("081234567803").await;
    let kinds: Vec<&str> = ROWS
        .iter()
        .flat_map(|(.., input)| kinds_of(input))
        .collect();
    for owner in [&lale, &rohani, &yuliana] {
        town.draft_product(owner).await;
        town.appeal(owner).await;
    }
    for manager in ["siti@plut-ntb.id", "hendra@plut-lampung.id"] {
        town.leavings(&town.actor(manager).await).await;
    }
    let mut targets = Vec::new();
    for (whose, owner, of_ntb) in [
        ("Lale's", &lale, true),
        ("her neighbour's", &rohani, true),
        ("another centre's", &yuliana, false),
    ] {
        targets.push((
            whose,
            things_of(&town, town.business_of(owner).await, &kinds).await,
            of_ntb,
        ));
    }
    let mut wrong = Vec::new();
    for (role, contact) in CALLERS {
        let (caller, cookie) = (
            town.actor(contact).await.person,
            town.sign_in(contact).await,
        );
        for (path, method, asks, input) in ROWS {
            let Asks::Right(act) = asks else { continue };
            let named = *kinds_of(input)
                .first()
                .unwrap_or_else(|| panic!("{path} names nothing"));
            let is_reading = *method == Method::GET;
            for (whose, things, of_ntb) in &targets {
                let allowed = match act.reach(role) {
                    None => false,
                    Some(Reach::Own) => things[named].owner == Some(caller),
                    Some(Reach::Centre | Reach::Province) => *of_ntb,
                    Some(Reach::Nation) => true,
                };
                let status = town
                    .call(method, path, &fill(input, things), Some(&cookie))
                    .await
                    .status_code();
                let right = match (allowed, is_reading) {
                    (false, _) => status == StatusCode::NOT_FOUND,
                    (true, true) => status == StatusCode::OK,
                    (true, false) => matches!(
                        status,
                        StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT
                    ),
                };
                if !right {
                    wrong.push(format!(
                        "{role} {method} {path} on {whose}: {status}, allowed: {allowed}"
                    ));
                }
            }
            let status = town
                .call(method, path, &nothing(input), Some(&cookie))
                .await
                .status_code();
            // The identity of a collection is made where its form is opened: an unknown one is a new one.
            let begins = *path == "/api/curation/save_collection" && act.reach(role).is_some();
            let expected = if begins {
                StatusCode::UNPROCESSABLE_ENTITY
            } else {
                StatusCode::NOT_FOUND
            };
            if status != expected {
                wrong.push(format!("{role} {method} {path} on nobody's: {status}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_past_a_door_without_signing_in() {
    let town = Town::new().await;
    for (path, method, asks, input) in ROWS {
        let status = town
            .call(method, path, &nothing(input), None)
            .await
            .status_code();
        match asks {
            Asks::Nothing => assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}"),
            // What does not exist may say so before it asks who is there.
            Asks::Right(_) => assert!(
                matches!(status, StatusCode::NOT_FOUND | StatusCode::UNAUTHORIZED),
                "{path}: {status}"
            ),
            Asks::SignedIn => assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}"),
        }
    }
    for page in web::workspace_routes() {
        let path = page.path().replace("{id}", &BusinessId::new().to_string());
        let answer = town.server.get(&path).await;
        assert_eq!(answer.status_code(), StatusCode::SEE_OTHER, "{path}");
        assert!(
            answer
                .header(header::LOCATION)
                .to_str()
                .unwrap()
                .starts_with("/masuk?ke=%2F"),
            "{path}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_change_is_taken_from_elsewhere() {
    let town = Town::new().await;
    let cookie = town.sign_in("081234567801").await;
    for (path, method, ..) in ROWS
        .iter()
        .filter(|(_, method, ..)| *method == Method::POST)
    {
        let origins: [&[(&str, &str)]; 4] = [
            &[],
            &[("origin", "null")],
            &[("origin", "https://evil.example")],
            &[("sec-fetch-site", "cross-site")],
        ];
        for headers in origins {
            let mut request = town
                .server
                .method(method.clone(), path)
                .add_header(header::COOKIE, cookie.clone())
                .text("x=1");
            for (name, value) in headers {
                request = request.add_header(*name, *value);
            }
            assert_eq!(
                request.await.status_code(),
                StatusCode::FORBIDDEN,
                "{path} {headers:?}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_are_renewed_at_sign_in_and_over_after_signing_out_everywhere() {
    let town = Town::new().await;
    let first = town.sign_in("081234567801").await;
    let second = town.sign_in("081234567801").await;
    assert_ne!(first, second);
    assert_eq!(
        town.call(&Method::GET, "/api/people/me", "", Some(&first))
            .await
            .status_code(),
        StatusCode::OK
    );
    town.call(
        &Method::POST,
        "/api/people/sign_out_everywhere",
        "",
        Some(&second),
    )
    .await;
    for cookie in [&first, &second] {
        assert_eq!(
            town.call(&Method::GET, "/api/people/me", "", Some(cookie))
                .await
                .status_code(),
            StatusCode::UNAUTHORIZED
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_strict_headers_and_each_page_its_own_nonce() {
    let town = Town::new().await;
    let cookie = town.sign_in("081234567801").await;
    let mut nonces = BTreeMap::new();
    for path in ["/masuk", "/en/daftar", "/beranda", "/tidak-ada"] {
        let answer = town
            .server
            .get(path)
            .add_header(header::COOKIE, cookie.clone())
            .await;
        let policy = answer
            .header(header::CONTENT_SECURITY_POLICY)
            .to_str()
            .unwrap()
            .to_owned();
        assert!(
            policy.starts_with("default-src 'none'")
                && !policy.contains("unsafe-inline")
                && !policy.contains("'unsafe-eval'")
        );
        assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        assert!(
            answer
                .header(header::STRICT_TRANSPORT_SECURITY)
                .to_str()
                .unwrap()
                .contains("max-age")
        );
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .unwrap()
            .split('\'')
            .next()
            .unwrap()
            .to_owned();
        if path == "/beranda" {
            assert!(
                answer.text().contains(&format!("nonce=\"{nonce}\"")),
                "header and page say the same"
            );
        } else {
            assert!(
                !answer.text().contains(".wasm") && !answer.text().contains("import("),
                "{path} loads no program"
            );
        }
        assert!(nonces.insert(nonce, path).is_none(), "a nonce is used once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_tries_of_a_network_are_told_when_to_come_back() {
    let centre = testing::fresh(testing::Engine::Sqlite).await;
    let settings = Given {
        site: Some("does-not-exist".into()),
        sign_in_burst: Some(2),
        ..Given::default()
    }
    .check()
    .unwrap();
    let leptos = leptos::config::LeptosOptions::builder()
        .output_name("naikkelas")
        .build();
    let server = TestServer::new(web::router(centre.clone(), leptos, &settings));
    let town = Town { centre, server };
    let input = "contact=081200000000&password=x&next=&back=";
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(
            town.call(&Method::POST, "/api/people/sign_in", input, None)
                .await
                .status_code(),
        );
    }
    assert_eq!(
        statuses,
        [
            StatusCode::UNPROCESSABLE_ENTITY,
            StatusCode::UNPROCESSABLE_ENTITY,
            StatusCode::TOO_MANY_REQUESTS
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_each_network_has_its_own_tries_and_cannot_write_another_into_the_header() {
    let town = Town::with(|given| {
        given.sign_in_burst = Some(1);
        given.behind_proxy = true;
    })
    .await;
    let from = async |hops: &'static str| {
        town.server
            .post("/api/people/sign_in")
            .add_header(SAME_SITE.0, SAME_SITE.1)
            .add_header("x-forwarded-for", hops)
            .text("contact=081200000000&password=x&next=&back=")
            .content_type("application/x-www-form-urlencoded")
            .await
            .status_code()
    };
    assert_eq!(from("103.10.0.1").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(from("103.10.0.2").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        from("9.9.9.9, 103.10.0.1").await,
        StatusCode::TOO_MANY_REQUESTS,
        "only the proxy's word counts"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_every_week_stays_signed_in_and_whoever_stays_away_does_not() {
    let town = Town::new().await;
    let cookie = town.sign_in("siti%40plut-ntb.id").await;
    let status = async || {
        town.call(&Method::GET, "/api/people/me", "", Some(&cookie))
            .await
            .status_code()
    };
    for _ in 0..6 {
        town.centre.clock.forward(chrono::Duration::days(7));
        assert_eq!(status().await, StatusCode::OK);
    }
    town.centre.clock.forward(chrono::Duration::days(31));
    assert_eq!(status().await, StatusCode::UNAUTHORIZED);
}
