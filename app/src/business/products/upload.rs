//! Sending photos from a phone: made smaller first, with progress, tried again when the signal drops.

use domain::ids::ProductId;
use leptos::prelude::*;

use crate::AppError;

/// A photo on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// Counts the photos of this page.
    pub number: usize,
    /// Bytes sent and bytes in all.
    pub bytes: (f64, f64),
    /// How it stands.
    pub state: State,
}

/// How a photo on its way stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Being sent.
    Sending,
    /// No signal; it is tried again by itself.
    Waiting,
    /// Refused, with the reason.
    Refused(AppError),
}

/// Where photos of a product are posted.
pub fn address(product: ProductId) -> String {
    format!("/unggah/produk/{product}")
}

/// Begins to send what a file input holds. Every photo that arrives is counted in `arrived`.
pub fn begin(
    event: &leptos::ev::Event,
    product: ProductId,
    label: bool,
    list: RwSignal<Vec<Sending>>,
    arrived: RwSignal<u32>,
) {
    #[cfg(feature = "hydrate")]
    browser::begin(event, product, label, list, arrived);
    #[cfg(not(feature = "hydrate"))]
    let _ = (event, product, label, list, arrived);
}

#[cfg(feature = "hydrate")]
mod browser {
    use domain::ids::ProductId;
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{
        Blob, CanvasRenderingContext2d, File, FormData, HtmlCanvasElement, HtmlInputElement,
        ImageBitmap, ProgressEvent, XmlHttpRequest,
    };

    use super::{Sending, State, address};
    use crate::AppError;

    /// Photos below this weight are sent as they are.
    const LIGHT: f64 = 500_000.0;
    /// The longer side of a photo made smaller, in pixels: enough for the largest rendition of a portrait.
    const LONGEST: f64 = 1920.0;
    /// Pauses before another try, in milliseconds; the last one repeats.
    const PAUSES: [i32; 4] = [2_000, 5_000, 15_000, 30_000];

    pub fn begin(
        event: &leptos::ev::Event,
        product: ProductId,
        label: bool,
        list: RwSignal<Vec<Sending>>,
        arrived: RwSignal<u32>,
    ) {
        let Some(input) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let files: Vec<File> = input
            .files()
            .map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect())
            .unwrap_or_default();
        input.set_value("");
        for file in files {
            let number = list
                .with_untracked(|list| list.iter().map(|one| one.number + 1).max().unwrap_or(0));
            let sending = Sending {
                number,
                bytes: (0.0, file.size()),
                state: State::Sending,
            };
            list.update(|list| list.push(sending));
            spawn_local(async move {
                let blob = smaller(&file)
                    .await
                    .unwrap_or_else(|| file.unchecked_into());
                deliver(blob, product, label, number, list, arrived).await;
            });
        }
    }

    async fn deliver(
        photo: Blob,
        product: ProductId,
        label: bool,
        number: usize,
        list: RwSignal<Vec<Sending>>,
        arrived: RwSignal<u32>,
    ) {
        let set = move |state: State| {
            list.try_update(|list| {
                if let Some(one) = list.iter_mut().find(|one| one.number == number) {
                    one.state = state;
                }
            });
        };
        for tried in 0.. {
            set(State::Sending);
            match post(&photo, product, label, number, list).await {
                Ok(()) => {
                    list.try_update(|list| list.retain(|one| one.number != number));
                    // Whoever left the page meanwhile has nothing to read again: then this changes nothing.
                    arrived.try_update(|count| *count += 1);
                    return;
                }
                Err(AppError::Offline) => {
                    set(State::Waiting);
                    pause(PAUSES[tried.min(PAUSES.len() - 1)]).await;
                }
                Err(error) => return set(State::Refused(error)),
            }
        }
    }

    async fn pause(milliseconds: i32) {
        let pause = js_sys::Promise::new(&mut |done, _| {
            let _ =
                window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        });
        let _ = JsFuture::from(pause).await;
    }

    async fn post(
        photo: &Blob,
        product: ProductId,
        label: bool,
        number: usize,
        list: RwSignal<Vec<Sending>>,
    ) -> Result<(), AppError> {
        let broken = |_| AppError::Offline;
        let form = FormData::new().map_err(broken)?;
        if label {
            form.append_with_str("shows_label", "true")
                .map_err(broken)?;
        }
        form.append_with_blob_and_filename("photo", photo, "foto")
            .map_err(broken)?;
        let request = XmlHttpRequest::new().map_err(broken)?;
        request.open("POST", &address(product)).map_err(broken)?;
        request
            .set_request_header("Accept", "application/json")
            .map_err(broken)?;
        let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            list.try_update(|list| {
                if let Some(one) = list.iter_mut().find(|one| one.number == number) {
                    one.bytes = (event.loaded(), event.total());
                }
            });
        });
        if let Ok(upload) = request.upload() {
            upload.set_onprogress(Some(progress.as_ref().unchecked_ref()));
        }
        let ended = js_sys::Promise::new(&mut |done, _| {
            request.set_onloadend(Some(&done));
        });
        request
            .send_with_opt_form_data(Some(&form))
            .map_err(broken)?;
        let _ = JsFuture::from(ended).await;
        drop(progress);
        match request.status().unwrap_or(0) {
            200 => Ok(()),
            0 => Err(AppError::Offline),
            _ => {
                let text = request.response_text().ok().flatten().unwrap_or_default();
                Err(crate::read::json(&text).unwrap_or(AppError::Unreadable))
            }
        }
    }

    /// A heavy photo drawn anew, upright and smaller; `None` when the browser cannot, or when nothing is gained.
    async fn smaller(file: &File) -> Option<Blob> {
        if file.size() <= LIGHT {
            return None;
        }
        let bitmap = JsFuture::from(window().create_image_bitmap_with_blob(file).ok()?)
            .await
            .ok()?;
        let bitmap: ImageBitmap = bitmap.dyn_into().ok()?;
        let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
        let scale = (LONGEST / width.max(height)).min(1.0);
        let canvas: HtmlCanvasElement =
            document().create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width((width * scale).round() as u32);
        canvas.set_height((height * scale).round() as u32);
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context
            .draw_image_with_image_bitmap_and_dw_and_dh(
                &bitmap,
                0.0,
                0.0,
                f64::from(canvas.width()),
                f64::from(canvas.height()),
            )
            .ok()?;
        let drawn = js_sys::Promise::new(&mut |done, _| {
            let _ = canvas.to_blob_with_type_and_encoder_options(
                &done,
                "image/jpeg",
                &JsValue::from_f64(0.86),
            );
        });
        let blob: Blob = JsFuture::from(drawn).await.ok()?.dyn_into().ok()?;
        (blob.size() < file.size()).then_some(blob)
    }
}
