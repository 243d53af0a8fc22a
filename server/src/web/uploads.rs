//! Photos and documents on their way in: forms with files, with and without script.

use app::{AppError, business::products::write::address};
use axum::{
    Json,
    extract::{
        Multipart, Path, State,
        multipart::{MultipartError, MultipartRejection},
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use bytes::Bytes;
use centre::{Centre, business, drafts, imports, media, news, places};
use domain::{
    Refusal,
    access::{Act, Actor, Permit, Place, act},
    gallery::{PhotoForm, WritingStep},
    ids::{BusinessId, CentreId, ClaimId, DraftId, NewsId, ProductId},
    imports::ListProblem,
    media::{MAX_BYTES, MAX_PHOTOS, PhotoProblem},
    place::ProvinceCode,
};

use super::photos::Visitor;

/// Bytes of one post, at most: a product's photos at their heaviest, and the lines between them.
pub const BYTES: usize = MAX_PHOTOS * MAX_BYTES + 64 * 1024;

type Form = Result<Multipart, MultipartRejection>;

/// `/unggah/produk/{id}`: adds photos to a product. Each is kept as it arrives; those before a refused one stay.
pub async fn product_photos(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(product): Path<ProductId>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let upload = Upload::new(&centre, visitor, &headers, form);
    let page = address(product, WritingStep::Photos);
    upload
        .run(&page, "product_photo", async |actor, form| {
            let place = business::product_place(&mut centre.db.read().await?, product).await?;
            let permit = permit(actor, act::SubmitProduct, place)?;
            let (mut said, mut photos) = (PhotoForm::default(), 0);
            while let Some((name, bytes)) = next(form).await? {
                match name.as_str() {
                    "shows_label" => said.shows_label = true,
                    "shows_brand" => said.shows_brand = true,
                    // A browser without a chosen file sends an empty one.
                    "photo" if bytes.is_empty() && photos > 0 => {}
                    "photo" => {
                        let photo = media::keep_photo(&centre, Some(actor.person), bytes).await?;
                        let permit = permit.clone();
                        business::attach_photo(&centre, permit, product, photo.id, &said).await?;
                        photos += 1;
                    }
                    _ => {}
                }
            }
            match photos {
                0 => Err(Refusal::Photo(PhotoProblem::Empty).into()),
                _ => Ok(()),
            }
        })
        .await
}

/// `/unggah/usaha/{id}`: the picture of a maker or workshop.
pub async fn business_photo(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(id): Path<BusinessId>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let upload = Upload::new(&centre, visitor, &headers, form);
    upload
        .run(
            &format!("/usaha/{id}/profil"),
            "business_photo",
            async |actor, form| {
                let place = business::place(&mut centre.db.read().await?, id).await?;
                let permit = permit(actor, act::EditBusiness, place)?;
                let photo =
                    media::keep_photo(&centre, Some(actor.person), file(form, "photo").await?)
                        .await?;
                business::set_photo(&centre, permit, id, photo.id).await
            },
        )
        .await
}

/// `/unggah/daftar/{centre}`: a list of businesses. It leads on to the page that shows what was read.
pub async fn list(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(id): Path<CentreId>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let upload = Upload::new(&centre, visitor, &headers, form);
    upload
        .run_to("/impor", "list", async |actor, form| {
            let here = places::centre(&mut centre.db.read().await?, id).await?;
            let place = here.map(|row| Place {
                owner: None,
                centre: row.id,
                province: ProvinceCode(row.province_code),
            });
            let permit = permit(actor, act::ImportLists, place)?;
            let (name, bytes) = named_file(form, "list").await?;
            let import = imports::preview(&centre, permit, &name, bytes).await?;
            Ok(app::imports::api::address(import))
        })
        .await
}

/// `/unggah/kabar/{id}`: the photo of a piece of news.
pub async fn news_photo(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(id): Path<NewsId>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let upload = Upload::new(&centre, visitor, &headers, form);
    upload
        .run(
            &format!("/kelola/kabar/{id}"),
            "news_photo",
            async |actor, form| {
                let place = news::news_place(&mut centre.db.read().await?, id).await?;
                let permit = permit(actor, act::WriteNews, place)?;
                let bytes = file(form, "photo").await?;
                let photo = media::keep_photo(&centre, Some(actor.person), bytes).await?;
                news::set_news_photo(&centre, permit, id, photo.id).await
            },
        )
        .await
}

/// `/unggah/izin/{claim}`: what proves a claim.
pub async fn evidence(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(claim): Path<ClaimId>,
    headers: HeaderMap,
    form: Form,
) -> Response {
    let upload = Upload::new(&centre, visitor, &headers, form);
    let business = async { business::business_of_claim(&mut centre.db.read().await?, claim).await };
    let page = match business.await {
        Ok(Some(business)) => format!("/usaha/{business}"),
        Ok(None) => "/beranda".into(),
        Err(error) => return broke(&error),
    };
    upload
        .run(&page, "claim_evidence", async |actor, form| {
            let place = business::claim_place(&mut centre.db.read().await?, claim).await?;
            let permit = permit(actor, act::EditBusiness, place)?;
            let bytes = file(form, "evidence").await?;
            let evidence = media::keep_document(&centre, Some(actor.person), bytes).await?;
            business::attach_evidence(&centre, permit, claim, evidence).await
        })
        .await
}

fn permit<A: Act>(actor: &Actor, act: A, place: Option<Place>) -> centre::Result<Permit<A>> {
    Ok(actor.may(act, &place.ok_or(Refusal::NotFound)?)?)
}

/// The next field of a form: its name and bytes.
async fn next(form: &mut Multipart) -> centre::Result<Option<(String, Bytes)>> {
    let Some(field) = form.next_field().await.map_err(unreadable)? else {
        return Ok(None);
    };
    let name = field.name().unwrap_or_default().to_owned();
    let bytes = field.bytes().await.map_err(unreadable)?;
    Ok(Some((name, bytes)))
}

/// The one file of a form.
async fn file(form: &mut Multipart, wanted: &str) -> centre::Result<Bytes> {
    while let Some((name, bytes)) = next(form).await? {
        if name == wanted {
            return Ok(bytes);
        }
    }
    Err(Refusal::Photo(PhotoProblem::Empty).into())
}

/// The one file of a form, and what it is called.
async fn named_file(form: &mut Multipart, wanted: &str) -> centre::Result<(String, Bytes)> {
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        if field.name() == Some(wanted) {
            let name = field.file_name().unwrap_or_default().to_owned();
            return Ok((name, field.bytes().await.map_err(unreadable)?));
        }
    }
    Err(Refusal::List(ListProblem::Empty).into())
}

/// A form that broke off, or is heavier than allowed.
fn unreadable(error: MultipartError) -> centre::Error {
    let problem = match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => PhotoProblem::TooHeavy,
        _ => PhotoProblem::Damaged,
    };
    Refusal::Photo(problem).into()
}

/// One post of files, and how it is answered: a page without script is sent back to where it came from, with the typed
/// "no" kept beside; one with script is told in JSON.
struct Upload<'a> {
    centre: &'a Centre,
    visitor: Visitor,
    wants_page: bool,
    form: Form,
}

impl<'a> Upload<'a> {
    fn new(centre: &'a Centre, visitor: Visitor, headers: &HeaderMap, form: Form) -> Self {
        let accept = headers.get(header::ACCEPT);
        let wants_page = accept
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.contains("text/html"));
        Self {
            centre,
            visitor,
            wants_page,
            form,
        }
    }

    /// Leads back to the page it came from.
    async fn run(
        self,
        page: &str,
        name: &'static str,
        take: impl AsyncFnOnce(&Actor, &mut Multipart) -> centre::Result<()>,
    ) -> Response {
        let next = page.to_owned();
        let take =
            async |actor: &Actor, form: &mut Multipart| take(actor, form).await.map(|()| next);
        self.run_to(page, name, take).await
    }

    /// Leads on to the address that `take` gives, or back to the page it came from.
    async fn run_to(
        self,
        page: &str,
        name: &'static str,
        take: impl AsyncFnOnce(&Actor, &mut Multipart) -> centre::Result<String>,
    ) -> Response {
        let Some(actor) = self.visitor.map(|signed| signed.0.0) else {
            return no(
                StatusCode::UNAUTHORIZED,
                AppError::Refused(Refusal::SignInFirst),
            );
        };
        let Ok(mut form) = self.form else {
            return no(StatusCode::BAD_REQUEST, AppError::Unreadable);
        };
        match take(&actor, &mut form).await {
            Ok(next) if self.wants_page => Redirect::to(&next).into_response(),
            Ok(_) => Json(()).into_response(),
            Err(centre::Error::Refused(Refusal::NotFound)) => {
                no(StatusCode::NOT_FOUND, AppError::Refused(Refusal::NotFound))
            }
            Err(centre::Error::Refused(refusal)) if self.wants_page => {
                let (id, person) = (DraftId::new(), Some(actor.person));
                let kept = drafts::keep(&self.centre.db, id, person, name, &(), Some(&refusal));
                let mark = if page.contains('?') { '&' } else { '?' };
                match kept.await {
                    Ok(()) => Redirect::to(&format!("{page}{mark}draf={id}")).into_response(),
                    Err(error) => broke(&error),
                }
            }
            Err(centre::Error::Refused(refusal)) => {
                no(StatusCode::UNPROCESSABLE_ENTITY, AppError::Refused(refusal))
            }
            Err(error) => broke(&error),
        }
    }
}

fn no(status: StatusCode, error: AppError) -> Response {
    (status, Json(error)).into_response()
}

fn broke(error: &centre::Error) -> Response {
    tracing::error!(%error, "an upload failed");
    no(StatusCode::INTERNAL_SERVER_ERROR, AppError::Unreadable)
}
