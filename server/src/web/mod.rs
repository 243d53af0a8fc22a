//! The web server: every route in one table, and the layers every request passes.

mod files;
mod origin;
mod peer;
mod photos;
mod policy;
mod sessions;
mod signed_in;
mod uploads;
mod words;

use std::sync::Arc;

use app::{
    paper::{self, Face},
    request::{PublicUrl, Tries},
    shell::Assets,
    workspace,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRef, Request},
    middleware,
    routing::{get, post},
};
use centre::Centre;
use leptos::prelude::{LeptosOptions, provide_context};
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use tower::ServiceExt;
use tower_http::{CompressionLevel, compression::CompressionLayer, limit::RequestBodyLimitLayer};

use crate::settings::Settings;

/// What handlers need.
#[derive(Clone, FromRef)]
pub struct State {
    /// The centre at work.
    pub centre: Centre,
    /// Leptos' own.
    pub leptos: LeptosOptions,
    /// Where the style sheets are.
    pub assets: Assets,
    /// Where people reach the server.
    pub public_url: PublicUrl,
    /// Limits doors and forms that anybody may knock at.
    pub tries: Tries,
}

/// How hard pages are compressed, 0–11: beyond this a page costs more time than the wire saves.
const BROTLI: i32 = 4;

/// Bytes of a plain form post, at most; photos have a route of their own.
const FORM_BYTES: usize = 512 * 1024;

/// Signed-in pages.
pub fn workspace_routes() -> Vec<AxumRouteListing> {
    generate_route_list(app::Workspace)
}

/// Everything the server answers.
pub fn router(centre: Centre, leptos: LeptosOptions, settings: &Settings) -> Router {
    let assets = files::assets(&settings.site);
    let state = State {
        centre: centre.clone(),
        leptos: leptos.clone(),
        assets,
        public_url: PublicUrl(settings.public_url.clone()),
        tries: signed_in::tries(settings.sign_in_burst),
    };
    let context = {
        let (centre, assets) = (state.centre.clone(), state.assets.clone());
        let public_url = state.public_url.clone();
        move || {
            provide_context(centre.clone());
            provide_context(assets.clone());
            provide_context(public_url.clone());
            policy::provide_nonce();
        }
    };
    let functions = Router::new()
        .route("/api/{*name}", get(answer).post(answer))
        .layer(RequestBodyLimitLayer::new(FORM_BYTES));

    let uploads = Router::new()
        .route("/unggah/produk/{id}", post(uploads::product_photos))
        .route("/unggah/usaha/{id}", post(uploads::business_photo))
        .route("/unggah/izin/{claim}", post(uploads::evidence))
        .route("/unggah/daftar/{centre}", post(uploads::list))
        .route("/unggah/kabar/{id}", post(uploads::news_photo))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(uploads::BYTES));

    // Pages only: `leptos_routes` would register the server functions too, once a face.
    let signed_in_pages: Router<State> = Router::new()
        .leptos_routes_with_handler(workspace_routes(), {
            let shell = move || workspace::shell(leptos.clone());
            leptos_axum::render_route_with_context::<State, _>(workspace_routes(), context, shell)
        })
        .route_layer(middleware::from_fn(signed_in::or_sign_in));
    let face = Arc::new(Face {
        centre: centre.clone(),
        assets: state.assets.clone(),
        public_url: settings.public_url.clone(),
        secure: settings.is_secure(),
        mails: settings.smtp_url.is_some(),
        tries: state.tries.clone(),
    });
    let public_pages = paper::router(face.clone()).layer(RequestBodyLimitLayer::new(FORM_BYTES));

    let site = files::site(&settings.site);
    let missing = get(paper::missing).with_state(face);
    Router::new()
        .merge(signed_in_pages)
        .merge(functions)
        .merge(uploads)
        .route("/kata/{file}", get(words::list))
        .route("/foto/{file}", get(photos::photo))
        .route("/foto/buram/{assignment}/{place}", get(photos::blurred))
        .route("/berkas/{id}", get(photos::document))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(files::ready))
        .fallback(move |request: Request| {
            let missing = missing.clone();
            files::site_or(site.clone(), request, move |request| {
                answer_with(missing, request)
            })
        })
        .with_state(state)
        .merge(public_pages)
        .layer(middleware::from_fn_with_state(
            centre.clone(),
            signed_in::read,
        ))
        .layer(sessions::layer(centre, settings.is_secure()))
        .layer(middleware::from_fn(origin::refuse_foreign))
        .layer(middleware::from_fn_with_state(
            settings.is_secure(),
            policy::headers,
        ))
        .layer(middleware::from_fn_with_state(
            settings.behind_proxy,
            peer::find,
        ))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(BROTLI)))
}

async fn answer_with(
    handler: axum::routing::MethodRouter,
    request: Request,
) -> axum::response::Response {
    match handler.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

/// Server functions.
async fn answer(
    axum::extract::State(state): axum::extract::State<State>,
    request: Request,
) -> impl axum::response::IntoResponse {
    leptos_axum::handle_server_fns_with_context(
        move || {
            provide_context(state.centre.clone());
            provide_context(state.public_url.clone());
            provide_context(state.tries.clone());
        },
        request,
    )
    .await
}
