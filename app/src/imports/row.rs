//! `/impor/{id}/baris/{row}`: what stood there, what was read, and mending it.

use domain::{ids::ImportRowId, imports::Verdict};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::A, hooks::use_params_map};

use super::{
    api::{MendRow, OpenRow, RowPage as Page, SettleRow, address},
    codes::code_sentence,
    list::Becomes,
};
use crate::{
    AppError,
    ask::{answered, ask_about},
    business::register::DistrictOptions,
    post::{Post, PostForm, Saved, accepted},
    ui::{Callout, Field, SelectField, Tone, error_sentence, fields_of},
    words::{business as b, imports as i, ui, use_words},
};

/// The page.
#[component]
pub fn ImportRowPage() -> impl IntoView {
    let (mend, settle) = (Post::to::<MendRow>(), Post::to::<SettleRow>());
    let params = use_params_map();
    let row = ask_about("row", accepted([mend, settle]), move |row: ImportRowId| {
        OpenRow {
            centre: None,
            import: params
                .with(|params| params.get("id").and_then(|id| id.parse().ok()))
                .unwrap_or_default(),
            row,
        }
    });
    let w = use_words();
    view! {
        <Title text=w.t(ui::RAIL_IMPORTS)/>
        {answered(row, move |page| view! { <Whole page mend settle/> })}
    }
    .into_any()
}

#[component]
fn Whole(page: Page, mend: Post, settle: Post) -> impl IntoView {
    let w = use_words();
    let Page {
        centre,
        list,
        row,
        form,
        refusal,
        districts,
    } = page;
    let number = format!("{} {}", row.sheet, row.number);
    let title = w.fill(i::ROW_TITLE, &[("row", &number.trim())]);
    let error = mend.error(refusal.map(AppError::Refused));
    let problems = Signal::derive(move || error.with(|error| fields_of(error.as_ref())));
    let (import, id) = (list.id, row.id);
    let hidden = move || {
        view! {
            <input type="hidden" name="centre" value=centre.to_string()/>
            <input type="hidden" name="import" value=import.to_string()/>
            <input type="hidden" name="row" value=id.to_string()/>
        }
    };
    let cells = row
        .cells
        .iter()
        .filter(|cell| !cell.is_empty())
        .map(|cell| view! { <li>{cell.clone()}</li> })
        .collect_view();
    let codes = row
        .codes
        .iter()
        .map(|code| view! { <li>{w.t(code_sentence(code))}</li> })
        .collect_view();
    let clean = row.codes.is_empty();
    let (open, verdict) = (row.business.is_none(), row.verdict);
    let choice = move |take: bool, label, class| {
        view! {
            <PostForm post=settle>{hidden()}
                <input type="hidden" name="take" value=take.to_string()/>
                <button class=class>{label}</button>
            </PostForm>
        }
    };
    view! {
        <header class="nk-head">
            <div><p class="nk-eyebrow"><A href=address(list.id)>{list.file_name.clone()}</A></p><h1>{title}</h1><p><Becomes row=row.clone()/></p></div>
        </header>
        <div class="nk-cols">
            <section class="nk-card nk-card-pad nk-stack">
                <h2>{w.t(i::STOOD)}</h2>
                <ul class="nk-cells">{cells}</ul>
                {(!clean).then(|| view! { <h3>{w.t(i::DOUBTS)}</h3><ul class="nk-list">{codes}</ul> })}
            </section>
            {open.then(|| view! {
                <section class="nk-card nk-card-pad nk-stack">
                    <h2>{w.t(i::MEND)}</h2>
                    <Saved post=mend/>
                    <PostForm post=mend attr:class="nk-form">
                        {move || error.get().map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                        {hidden()}
                        <Field name="form[owner]" label=w.t(i::OWNER) value=form.owner problems/>
                        <Field name="form[business]" label=w.t(b::NAME) value=form.business problems/>
                        <Field name="form[phone]" label=w.t(i::PHONE) value=form.phone kind="tel" mode="tel" problems/>
                        <SelectField name="form[district]" label=w.t(b::DISTRICT) problems>
                            <option value="">{w.t(i::DISTRICT_UNKNOWN)}</option>
                            <DistrictOptions districts chosen=form.district.clone()/>
                        </SelectField>
                        <Field name="form[turnover]" label=w.t(i::TURNOVER) value=form.turnover mode="numeric" problems/>
                        <Field name="form[workers]" label=w.t(i::WORKERS) value=form.workers mode="numeric" problems/>
                        <Field name="form[nib]" label="NIB" value=form.nib mode="numeric" problems/>
                        <div class="nk-btn-row"><button class="nk-btn nk-btn-primary">{w.t(ui::SAVE)}</button></div>
                    </PostForm>
                    <div class="nk-btn-row">
                        {(verdict != Verdict::Import).then(|| choice(true, w.t(i::TAKE), "nk-btn nk-btn-outline nk-btn-small"))}
                        {(verdict != Verdict::LeftOut).then(|| choice(false, w.t(i::LEAVE_OUT), "nk-btn nk-btn-text nk-btn-small"))}
                    </div>
                    {move || settle.last().and_then(Result::err).map(|error| view! { <Callout tone=Tone::Error>{error_sentence(w, &error)}</Callout> })}
                </section>
            })}
        </div>
    }
}
