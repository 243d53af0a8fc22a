//! Photos and documents over HTTP: who sees which, and what an upload may be.

use axum::http::{StatusCode, header};
use axum_test::multipart::{MultipartForm, Part};
use bytes::Bytes;
use centre::{business, media, news};
use domain::{
    access::{Actor, Place, act},
    business::ClaimForm,
    gallery::PhotoForm,
    ids::{ClaimId, NewsId, ProductId},
    news::NewsForm,
    place::ProvinceCode,
};

mod town;
use town::{CALLERS, SAME_SITE, Town};

const LALE: &str = "081234567801";
const ROHANI: &str = "081234567802";

/// A photo like a phone's, different for every `seed`.
fn jpeg(seed: u8) -> Bytes {
    let picture = image::RgbImage::from_fn(640, 800, |x, y| {
        image::Rgb([(x % 256) as u8, (y % 256) as u8, seed])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner().into()
}

async fn draft_of(town: &Town, owner: &Actor) -> ProductId {
    town.draft_product(owner).await;
    let mine = business::my_products(&town.centre, owner).await.unwrap();
    mine.into_iter()
        .find(|product| product.name == "Draf")
        .unwrap()
        .id
}

/// A draft of Lale's with one photo; the photo's address.
async fn photo_of_lale(town: &Town, lale: &Actor) -> String {
    let product = draft_of(town, lale).await;
    let photo = media::keep_photo(&town.centre, Some(lale.person), jpeg(7))
        .await
        .unwrap();
    let place = business::product_place(&mut town.centre.db.read().await.unwrap(), product)
        .await
        .unwrap()
        .unwrap();
    let permit = lale.may(act::SubmitProduct, &place).unwrap();
    business::attach_photo(
        &town.centre,
        permit,
        product,
        photo.id,
        &PhotoForm::default(),
    )
    .await
    .unwrap();
    format!("/foto/{}-640.webp", photo.hash)
}

async fn upload(
    town: &Town,
    cookie: &str,
    path: &str,
    field: &str,
    bytes: Bytes,
    accept: &str,
) -> axum_test::TestResponse {
    let form = MultipartForm::new().add_part(
        field.to_owned(),
        Part::bytes(bytes)
            .file_name("foto.jpg")
            .mime_type("image/jpeg"),
    );
    town.server
        .post(path)
        .add_header(SAME_SITE.0, SAME_SITE.1)
        .add_header(header::COOKIE, cookie)
        .add_header(header::ACCEPT, accept)
        .multipart(form)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_photo_is_seen_by_its_maker_and_the_staff_who_may_read_her_file() {
    let town = Town::new().await;
    let lale = town.actor(LALE).await;
    let address = photo_of_lale(&town, &lale).await;
    assert_eq!(
        town.server.get(&address).await.status_code(),
        StatusCode::NOT_FOUND,
        "nobody's public photo"
    );
    for (role, contact) in CALLERS {
        let cookie = town.sign_in(contact).await;
        let answer = town
            .server
            .get(&address)
            .add_header(header::COOKIE, cookie)
            .await;
        let place = business::place(
            &mut town.centre.db.read().await.unwrap(),
            town.business_of(&lale).await,
        )
        .await
        .unwrap()
        .unwrap();
        let reads = town
            .actor(contact)
            .await
            .may(act::ReadBusiness, &place)
            .is_ok();
        let expected = if reads {
            StatusCode::OK
        } else {
            StatusCode::NOT_FOUND
        };
        assert_eq!(answer.status_code(), expected, "{role}");
        if reads {
            assert_eq!(answer.header(header::CONTENT_TYPE), "image/webp");
            assert!(
                answer
                    .header(header::CACHE_CONTROL)
                    .to_str()
                    .unwrap()
                    .starts_with("private")
            );
        }
    }
    let rohani = town.sign_in(ROHANI).await;
    assert_eq!(
        town.server
            .get(&address)
            .add_header(header::COOKIE, rohani)
            .await
            .status_code(),
        StatusCode::NOT_FOUND,
        "a neighbour"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_writes_a_product_adds_photos_to_it() {
    let town = Town::new().await;
    let lale = town.actor(LALE).await;
    let product = draft_of(&town, &lale).await;
    let path = format!("/unggah/produk/{product}");
    let place = business::product_place(&mut town.centre.db.read().await.unwrap(), product)
        .await
        .unwrap()
        .unwrap();
    for (seed, (role, contact)) in CALLERS.into_iter().enumerate() {
        let cookie = town.sign_in(contact).await;
        let status = upload(
            &town,
            &cookie,
            &path,
            "photo",
            jpeg(seed as u8),
            "application/json",
        )
        .await
        .status_code();
        let writes = town
            .actor(contact)
            .await
            .may(act::SubmitProduct, &place)
            .is_ok();
        assert_eq!(
            status,
            if writes {
                StatusCode::OK
            } else {
                StatusCode::NOT_FOUND
            },
            "{role}"
        );
    }
    let nobody = format!("/unggah/produk/{}", ProductId::new());
    let cookie = town.sign_in(LALE).await;
    assert_eq!(
        upload(
            &town,
            &cookie,
            &nobody,
            "photo",
            jpeg(1),
            "application/json"
        )
        .await
        .status_code(),
        StatusCode::NOT_FOUND
    );
    let form = MultipartForm::new().add_part("photo", Part::bytes(jpeg(9)));
    let unsigned = town
        .server
        .post(&path)
        .add_header(SAME_SITE.0, SAME_SITE.1)
        .multipart(form)
        .await;
    assert_eq!(unsigned.status_code(), StatusCode::UNAUTHORIZED);
    let foreign = town
        .server
        .post(&path)
        .add_header(header::COOKIE, cookie)
        .multipart(MultipartForm::new())
        .await;
    assert_eq!(
        foreign.status_code(),
        StatusCode::FORBIDDEN,
        "a post from elsewhere"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_photo_is_refused_in_a_sentence_and_the_page_comes_back() {
    let town = Town::new().await;
    let lale = town.actor(LALE).await;
    let product = draft_of(&town, &lale).await;
    let (cookie, path) = (
        town.sign_in(LALE).await,
        format!("/unggah/produk/{product}"),
    );
    let wrong: [(&str, Bytes, &str); 4] = [
        ("empty", Bytes::new(), "empty"),
        (
            "a script",
            Bytes::from_static(
                b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            ),
            "not_a_photo",
        ),
        ("half a photo", jpeg(3).slice(..400), "damaged"),
        (
            "a text",
            Bytes::from_static(b"ini bukan foto"),
            "not_a_photo",
        ),
    ];
    for (what, bytes, problem) in wrong {
        let answer = upload(
            &town,
            &cookie,
            &path,
            "photo",
            bytes.clone(),
            "application/json",
        )
        .await;
        assert_eq!(
            answer.status_code(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{what}"
        );
        assert!(answer.text().contains(problem), "{what}: {}", answer.text());
        let page = upload(&town, &cookie, &path, "photo", bytes, "text/html").await;
        assert_eq!(page.status_code(), StatusCode::SEE_OTHER, "{what}");
        let back = page.header(header::LOCATION).to_str().unwrap().to_owned();
        assert!(
            back.starts_with(&format!("/produk-saya/{product}?langkah=foto&draf=")),
            "{back}"
        );
        let shown = town
            .server
            .get(&back)
            .add_header(header::COOKIE, cookie.clone())
            .await
            .text();
        assert!(
            shown.contains("nk-callout-error"),
            "{what} is said on the page"
        );
    }
    assert_eq!(
        upload(&town, &cookie, &path, "photo", jpeg(1), "application/json")
            .await
            .status_code(),
        StatusCode::OK
    );
    let twice = upload(&town, &cookie, &path, "photo", jpeg(1), "application/json").await;
    assert!(twice.text().contains("duplicate"), "{}", twice.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_leaves_as_an_attachment_and_never_to_curators() {
    let town = Town::new().await;
    let lale = town.actor(LALE).await;
    let id = town.business_of(&lale).await;
    let place = business::place(&mut town.centre.db.read().await.unwrap(), id)
        .await
        .unwrap()
        .unwrap();
    let permit = lale.may(act::EditBusiness, &place).unwrap();
    let form = ClaimForm {
        kind: "sni".into(),
        number: "SNI 08-0264-2015".into(),
        expires_on: "2028-01-31".into(),
    };
    let claim: ClaimId = business::declare_claim(&town.centre, permit, id, &form)
        .await
        .unwrap();
    let (cookie, pdf) = (
        town.sign_in(LALE).await,
        Bytes::from_static(
            b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
        ),
    );
    let path = format!("/unggah/izin/{claim}");
    let sent = upload(&town, &cookie, &path, "evidence", pdf, "application/json").await;
    assert_eq!(sent.status_code(), StatusCode::OK, "{}", sent.text());
    let file = {
        let permit = lale.may(act::ReadBusiness, &place).unwrap();
        business::file(&town.centre, permit, id).await.unwrap()
    };
    let evidence = file
        .claims
        .iter()
        .find(|line| line.id == claim)
        .unwrap()
        .evidence
        .unwrap();
    let address = format!("/berkas/{evidence}");
    assert_eq!(
        town.server.get(&address).await.status_code(),
        StatusCode::NOT_FOUND,
        "a passer-by"
    );
    for (role, contact) in CALLERS {
        let cookie = town.sign_in(contact).await;
        let answer = town
            .server
            .get(&address)
            .add_header(header::COOKIE, cookie)
            .await;
        let reads = town
            .actor(contact)
            .await
            .may(act::ReadBusiness, &place)
            .is_ok();
        assert_eq!(
            answer.status_code(),
            if reads {
                StatusCode::OK
            } else {
                StatusCode::NOT_FOUND
            },
            "{role}"
        );
        if reads {
            assert!(
                answer
                    .header(header::CONTENT_DISPOSITION)
                    .to_str()
                    .unwrap()
                    .starts_with("attachment")
            );
            assert_eq!(answer.header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_writes_a_centres_news_gives_them_a_photo_and_a_wrong_one_is_told_on_the_page() {
    let town = Town::new().await;
    let putu = town.actor("putu@plut-bali.id").await;
    let place = Place {
        owner: None,
        centre: putu.home_centre().unwrap(),
        province: ProvinceCode("51".into()),
    };
    let id = NewsId::new();
    let form = NewsForm {
        title_id: "Panen dimulai".into(),
        text_id: "Petani Kintamani mulai memetik minggu ini.".into(),
        ..NewsForm::default()
    };
    let writing = || putu.may(act::WriteNews, &place).unwrap();
    news::save_news(&town.centre, writing(), id, &form)
        .await
        .unwrap();
    let path = format!("/unggah/kabar/{id}");
    for stranger in ["dewi@plut-ntb.id", LALE, "inkubator@unram.id"] {
        let cookie = town.sign_in(stranger).await;
        let answer = upload(&town, &cookie, &path, "photo", jpeg(9), "application/json").await;
        assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{stranger}");
    }
    let cookie = town.sign_in("putu@plut-bali.id").await;
    let text = Bytes::from_static(b"ini bukan foto");
    let wrong = upload(&town, &cookie, &path, "photo", text, "text/html").await;
    let back = wrong.header(header::LOCATION).to_str().unwrap().to_owned();
    let page = town
        .server
        .get(&back)
        .add_header(header::COOKIE, cookie.clone());
    assert!(page.await.text().contains("nk-callout-error"));
    let right = upload(&town, &cookie, &path, "photo", jpeg(9), "text/html").await;
    assert_eq!(right.status_code(), StatusCode::SEE_OTHER);
    let piece = news::of_desk(&town.centre, &writing(), id).await.unwrap();
    assert!(piece.photo.is_some());
}
