//! Writing news, showing it and taking it back.

use domain::{
    Refusal,
    access::{Permit, act},
    ids::NewsId,
    language::Bilingual,
    news::{NewsForm, Written},
};

use super::read::news_place;
use crate::{
    Centre, Result,
    centres::{changes, home},
    db::{Json, Tx, execute, maybe},
    slugs::slugs,
};

type Writing = Permit<act::WriteNews>;

/// Saves news of the permit's centre; the identity is made where the form is opened. Its address stays when its title
/// changes.
pub async fn save_news(
    centre: &Centre,
    permit: Writing,
    id: NewsId,
    form: &NewsForm,
) -> Result<()> {
    let written = form.check()?;
    centre
        .db
        .write((permit, id, written), |tx, (permit, id, written)| {
            Box::pin(save(tx, permit, *id, written))
        })
        .await
}

async fn save(tx: &mut Tx, permit: &Writing, id: NewsId, written: &Written) -> Result<()> {
    let here = home(permit)?;
    match news_place(tx, id).await? {
        None => add(tx, permit, id, written).await?,
        Some(place) if place.centre == here => {}
        Some(_) => return Err(Refusal::NotFound.into()),
    }
    let before = maybe!(
        tx,
        (Json<Bilingual>, Json<Bilingual>, String),
        "SELECT title, text, alt FROM news WHERE id = $1",
        id,
    )?;
    let (title, text, alt) = before
        .map(|(title, text, alt)| (title.0, text.0, alt))
        .unwrap_or_default();
    execute!(
        tx,
        "UPDATE news SET title = $1, text = $2, alt = $3 WHERE id = $4",
        Json(&written.title),
        Json(&written.text),
        written.alt.as_str(),
        id,
    )?;
    let fields = [
        ("title_id", title.id.as_str(), written.title.id.as_str()),
        ("title_en", &title.en, &written.title.en),
        ("text_id", &text.id, &written.text.id),
        ("text_en", &text.en, &written.text.en),
        ("alt", &alt, &written.alt),
    ];
    changes::note(tx, permit, "news", id.0, &fields).await
}

async fn add(tx: &mut Tx, permit: &Writing, id: NewsId, written: &Written) -> Result<()> {
    let (here, now) = (home(permit)?, tx.now());
    for slug in slugs(&written.title.id, "kabar", id.0) {
        let added = execute!(
            tx,
            "INSERT INTO news (id, centre_id, slug, title, text, alt, written_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, '', $6, $7) ON CONFLICT (slug) DO NOTHING",
            id,
            here,
            slug,
            Json(Bilingual::default()),
            Json(Bilingual::default()),
            permit.person(),
            now,
        )?;
        if added > 0 {
            break;
        }
    }
    Ok(())
}

/// Shows news to the public, or withdraws it.
pub async fn publish_news(
    centre: &Centre,
    permit: Writing,
    id: NewsId,
    public: bool,
) -> Result<()> {
    centre
        .db
        .write((permit, id, public), |tx, (permit, id, public)| {
            Box::pin(async move {
                let place = news_place(tx, *id).await?.ok_or(Refusal::NotFound)?;
                if place.centre != home(permit)? {
                    return Err(Refusal::NotFound.into());
                }
                let since = public.then_some(tx.now());
                let changed = execute!(
                    tx,
                    "UPDATE news SET published_at = $1 WHERE id = $2 AND (published_at IS NULL) = $3",
                    since,
                    *id,
                    *public,
                )?;
                if changed == 0 {
                    return Err(Refusal::AlreadyDone.into());
                }
                let (before, after) = if *public { ("", "public") } else { ("public", "") };
                changes::note(tx, permit, "news", id.0, &[("public", before, after)]).await
            })
        })
        .await
}
