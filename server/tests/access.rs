//! Every route and server function, called as everybody, on own, other's, foreign and missing things.
//!
//! A new endpoint without a row in [`endpoints::ROWS`] fails here.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode, header};
use domain::{access::Reach, ids::BusinessId};
use server::web;

mod endpoints;
mod town;

use endpoints::{Asks, ROWS, fill, kinds_of, nothing, things_of};
use town::{CALLERS, SAME_SITE, Town};

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
async fn too_many_tries_of_a_network_at_any_door_are_told_when_to_come_back() {
    let doors = ROWS
        .iter()
        .filter(|(path, _, asks, _)| *asks == Asks::Nothing && *path != "/api/people/sign_out");
    for (door, method, _, input) in doors {
        let town = Town::with_burst(1).await;
        let first = town.call(method, door, input, None).await;
        assert_ne!(first.status_code(), StatusCode::TOO_MANY_REQUESTS, "{door}");
        let second = town.call(method, door, input, None).await;
        assert_eq!(
            second.status_code(),
            StatusCode::TOO_MANY_REQUESTS,
            "{door}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_tries_without_script_lead_back_to_the_page_with_what_was_typed() {
    let town = Town::with_burst(1).await;
    let post = async || {
        town.server
            .post("/api/people/sign_in")
            .add_header(SAME_SITE.0, SAME_SITE.1)
            .add_header(header::ACCEPT, "text/html")
            .text("contact=081200000000&password=x&next=&back=")
            .content_type("application/x-www-form-urlencoded")
            .await
    };
    post().await;
    let page = post().await.header(header::LOCATION);
    let page = town.server.get(page.to_str().unwrap()).await.text();
    assert!(page.contains("Terlalu sering mencoba"), "{page}");
    assert!(page.contains("081200000000"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_shown_to_the_desk_that_made_it_and_its_use_ends_every_session() {
    let town = Town::new().await;
    let lale = town.sign_in("081234567801").await;
    let (zul, siti) = (
        town.sign_in("zul@plut-ntb.id").await,
        town.sign_in("siti@plut-ntb.id").await,
    );
    let input = "contact=081234567801&checked=card";
    let made = town
        .call(&Method::POST, "/api/people/make_code", input, Some(&zul))
        .await;
    let place = made.header(header::LOCATION);
    let (_, draft) = place.to_str().unwrap().split_once('?').unwrap();
    let shown = async |cookie: &str| {
        let page = town
            .call(&Method::GET, "/api/people/help_form", draft, Some(cookie))
            .await
            .json::<serde_json::Value>();
        page["code"]["code"].as_str().map(str::to_owned)
    };
    assert_eq!(shown(&siti).await, None);
    let code = shown(&zul).await.expect("the desk sees its code");

    let input = format!("contact=0812-3456-7801&code={code}&password=alat+tenun+kayu+nangka");
    let back = town
        .call(&Method::POST, "/api/people/recover", &input, None)
        .await;
    assert_eq!(back.status_code(), StatusCode::OK);
    let me = town
        .call(&Method::GET, "/api/people/me", "", Some(&lale))
        .await;
    assert_eq!(me.status_code(), StatusCode::UNAUTHORIZED);
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
