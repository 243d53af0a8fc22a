//! Three rounds: two that are over, one that is open.

use chrono::Duration;
use domain::{
    access::{Role, act},
    curation::Category,
    ids::{EntryId, ProductId, RoundId},
    language::Language,
    place,
    review::RoundForm,
};

use super::{Folk, Past, Pilot, curating, makers::Stall, staff::STAFF, village::Judged};
use crate::{Centre, Result, curation, tasks};

/// The days of a round, counted back from today; negative ones are to come.
struct Season {
    number: usize,
    opens: i64,
    submit_until: i64,
    score_until: i64,
    /// The day of the announcement; `None` while it is open.
    announced: Option<i64>,
}

const SEASONS: [Season; 3] = [
    Season {
        number: 1,
        opens: 112,
        submit_until: 98,
        score_until: 88,
        announced: Some(86),
    },
    Season {
        number: 2,
        opens: 50,
        submit_until: 34,
        score_until: 20,
        announced: Some(6),
    },
    Season {
        number: 3,
        opens: 5,
        submit_until: -9,
        score_until: -23,
        announced: None,
    },
];
/// Days in which makers may object.
const APPEAL_DAYS: i64 = 14;
/// Days ago when what the first round asked for was done.
const MENDED: i64 = 58;

/// What curators know about, by their place in the list of a centre's curators.
const KNOWS: [&[Category]; 5] = [
    &[Category::Fashion, Category::Craft],
    &[Category::Food, Category::Agriculture, Category::Beauty],
    &[Category::Craft, Category::Agriculture, Category::Food],
    &[Category::Fashion, Category::Beauty],
    &[],
];

/// Holds every round at every centre.
pub(super) async fn hold(
    past: &Past,
    folk: &Folk,
    pilots: &[Pilot],
    stalls: &[Stall],
) -> Result<()> {
    past.go(120, 0);
    for (index, pilot) in pilots.iter().enumerate() {
        teach(&past.centre, folk, index, pilot).await?;
    }
    for season in &SEASONS {
        if season.number == 2 {
            mend(past, stalls).await?;
        }
        let mut open = Vec::new();
        for pilot in pilots {
            open.push((pilot, round(past, folk, season, pilot, stalls).await?));
        }
        if let Some(day) = season.announced {
            // Everybody has read what they were told before.
            past.go(day + 1, 0);
            folk.have_read(&past.centre).await?;
            past.go(day, 60);
            for (pilot, round) in open {
                announce(&past.centre, folk, pilot, round).await?;
            }
        }
    }
    Ok(())
}

async fn teach(centre: &Centre, folk: &Folk, index: usize, pilot: &Pilot) -> Result<()> {
    let manager = folk.actor(centre, pilot.manager).await?;
    let curators = STAFF
        .iter()
        .filter(|one| one.role == Role::Curator && one.pilot == Some(index));
    for (curator, knows) in curators.zip(KNOWS) {
        let words = knows.iter().map(ToString::to_string).collect();
        let person = folk.person(curator.contact)?;
        let permit = manager.may(act::ManageRounds, &pilot.place)?;
        curation::set_expertise(centre, permit, person, words).await?;
    }
    Ok(())
}

/// One round of one centre, up to the day before its announcement.
async fn round(
    past: &Past,
    folk: &Folk,
    season: &Season,
    pilot: &Pilot,
    stalls: &[Stall],
) -> Result<RoundId> {
    let centre = &past.centre;
    past.go(season.opens + 5, 0);
    let manager = folk.actor(centre, pilot.manager).await?;
    let permit = || manager.may(act::ManageRounds, &pilot.place);
    let round = curation::create_round(centre, permit()?, form(past, season)).await?;
    let mut sent: Vec<(EntryId, &Judged)> = Vec::new();
    for (maker, stall) in stalls
        .iter()
        .filter(|stall| stall.place.centre == pilot.place.centre)
        .enumerate()
    {
        for (product, judged) in of_round(stall, season.number) {
            past.go(season.opens - 1 - (maker as i64 % 3), 15 + sent.len() * 7);
            let permit = stall.owner.may(act::SubmitProduct, &stall.place)?;
            sent.push((curation::submit(centre, permit, product).await?, judged));
        }
    }
    past.go((season.submit_until - 1).max(1), 30);
    curation::assign_round(centre, permit()?, round).await?;
    past.go((season.submit_until - 3).max(1), 120);
    for (entry, judged) in &sent {
        curating::score(past, *entry, judged).await?;
    }
    Ok(round)
}

fn of_round(stall: &Stall, number: usize) -> impl Iterator<Item = (ProductId, &'static Judged)> {
    stall.products.iter().flat_map(move |(id, product)| {
        let judged = product.judged.iter().filter(move |one| one.round == number);
        judged.map(move |one| (*id, one))
    })
}

/// "Kurasi November 2026", after the month in which it opens.
fn form(past: &Past, season: &Season) -> RoundForm {
    let opens_at = past.morning(season.opens);
    let evening = |days: i64| past.morning(days) + Duration::hours(14) + Duration::minutes(59);
    let day = place::date(opens_at.date_naive(), Language::Id);
    let month = day.split_once(' ').map_or(day.as_str(), |(_, month)| month);
    RoundForm {
        name: format!("Kurasi {month}"),
        categories: Category::ALL.iter().map(ToString::to_string).collect(),
        opens_at,
        submit_until: evening(season.submit_until),
        score_until: evening(season.score_until),
        appeal_days: APPEAL_DAYS,
        reviewer_cap: None,
    }
}

async fn announce(centre: &Centre, folk: &Folk, pilot: &Pilot, round: RoundId) -> Result<()> {
    let manager = folk.actor(centre, pilot.manager).await?;
    let permit = || manager.may(act::ManageRounds, &pilot.place);
    curation::prepare_decisions(centre, permit()?, round).await?;
    let seen = curation::preview(centre, &permit()?, round).await?.mark();
    curation::release(centre, permit()?, round, &seen).await?;
    Ok(())
}

/// Whoever comes again has done what was asked.
async fn mend(past: &Past, stalls: &[Stall]) -> Result<()> {
    past.go(MENDED, 0);
    for stall in stalls {
        let again = stall
            .products
            .iter()
            .any(|(_, product)| product.judged.len() > 1);
        if !again {
            continue;
        }
        for task in tasks::mine(&past.centre, &stall.owner).await? {
            let permit = stall.owner.may(act::DoTask, &stall.place)?;
            let proof = "Sudah diperbaiki, foto barunya ada di produk.";
            tasks::finish(&past.centre, permit, task.id, proof, None).await?;
        }
    }
    Ok(())
}
