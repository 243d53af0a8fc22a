//! Photos on their way in: a form with files, with and without script.

use app::{AppError, business::products::write::address};
use axum::{
    Json,
    extract::{Multipart, Path, State, multipart::MultipartError},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use centre::{Centre, business, drafts, media};
use domain::{
    Refusal,
    access::{Actor, act},
    gallery::{PhotoForm, WritingStep},
    ids::{DraftId, ProductId},
    media::{MAX_BYTES, MAX_PHOTOS, PhotoProblem},
};

use super::photos::Visitor;

/// Bytes of one post, at most: a product's photos at their heaviest, and the lines between them.
pub const BYTES: usize = MAX_PHOTOS * MAX_BYTES + 64 * 1024;

/// `/unggah/produk/{id}`: adds photos to a product. A page without script is sent back to the step of photos; one with
/// script is told in JSON.
pub async fn product_photos(
    State(centre): State<Centre>,
    visitor: Visitor,
    Path(product): Path<ProductId>,
    headers: HeaderMap,
    form: Result<Multipart, axum::extract::multipart::MultipartRejection>,
) -> Response {
    let wants_page = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("text/html"));
    let Some(actor) = visitor.map(|signed| signed.0.0) else {
        return no(
            StatusCode::UNAUTHORIZED,
            AppError::Refused(Refusal::SignInFirst),
        );
    };
    let Ok(form) = form else {
        return no(StatusCode::BAD_REQUEST, AppError::Unreadable);
    };
    let page = address(product, WritingStep::Photos);
    match add(&centre, &actor, product, form).await {
        Ok(()) if wants_page => Redirect::to(&page).into_response(),
        Ok(()) => Json(()).into_response(),
        Err(centre::Error::Refused(Refusal::NotFound)) => {
            no(StatusCode::NOT_FOUND, AppError::Refused(Refusal::NotFound))
        }
        Err(centre::Error::Refused(refusal)) if wants_page => {
            let id = DraftId::new();
            let kept = drafts::keep(
                &centre.db,
                id,
                Some(actor.person),
                "product_photo",
                &(),
                Some(&refusal),
            );
            match kept.await {
                Ok(()) => Redirect::to(&format!("{page}&draf={id}")).into_response(),
                Err(error) => broke(&error),
            }
        }
        Err(centre::Error::Refused(refusal)) => {
            no(StatusCode::UNPROCESSABLE_ENTITY, AppError::Refused(refusal))
        }
        Err(error) => broke(&error),
    }
}

/// Keeps each photo as it arrives; those before a refused one stay.
async fn add(
    centre: &Centre,
    actor: &Actor,
    product: ProductId,
    mut form: Multipart,
) -> centre::Result<()> {
    let place = business::product_place(&mut centre.db.read().await?, product)
        .await?
        .ok_or(Refusal::NotFound)?;
    let permit = actor.may(act::SubmitProduct, &place)?;
    let (mut said, mut photos) = (PhotoForm::default(), 0);
    while let Some(field) = form.next_field().await.map_err(unreadable)? {
        match field.name() {
            Some("shows_label") => said.shows_label = true,
            Some("shows_brand") => said.shows_brand = true,
            Some("photo") => {
                let bytes = field.bytes().await.map_err(unreadable)?;
                // A browser without a chosen file sends an empty one.
                if bytes.is_empty() && photos > 0 {
                    continue;
                }
                let photo = media::keep_photo(centre, Some(actor.person), bytes).await?;
                business::attach_photo(centre, permit.clone(), product, photo.id, &said).await?;
                photos += 1;
            }
            _ => {}
        }
    }
    match photos {
        0 => Err(Refusal::Photo(PhotoProblem::Empty).into()),
        _ => Ok(()),
    }
}

/// A form that broke off, or is heavier than allowed.
fn unreadable(error: MultipartError) -> centre::Error {
    let problem = match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => PhotoProblem::TooHeavy,
        _ => PhotoProblem::Damaged,
    };
    Refusal::Photo(problem).into()
}

fn no(status: StatusCode, error: AppError) -> Response {
    (status, Json(error)).into_response()
}

fn broke(error: &centre::Error) -> Response {
    tracing::error!(%error, "an upload failed");
    no(StatusCode::INTERNAL_SERVER_ERROR, AppError::Unreadable)
}
