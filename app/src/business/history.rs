//! One timeline of everything that happened to a business.

use domain::{
    place::Zone,
    timeline::{Happening, Point},
};
use icondata_core::IconData;
use leptos::prelude::*;

use crate::{
    ui::Icon,
    words::{business as b, use_words},
};

/// The timeline, the youngest first.
#[component]
pub(super) fn History(timeline: Vec<Point>, zone: Zone) -> impl IntoView {
    let w = use_words();
    let points = timeline.into_iter().map(|point| {
        let sentence = point.happening.sentence(w.language);
        view! {
            <li>
                <span class="nk-tile"><Icon icon=icon(&point.happening)/></span>
                <div><time datetime=point.at.to_rfc3339()>{zone.moment(point.at, w.language)}</time><b>{sentence}</b><p>{point.actor}</p></div>
            </li>
        }
    });
    view! {
        <section class="nk-card nk-card-pad">
            <header class="nk-card-head"><h2>{w.t(b::HISTORY)}</h2></header>
            <ol class="nk-timeline">{points.collect_view()}</ol>
        </section>
    }
}

fn icon(happening: &Happening) -> &'static IconData {
    match happening {
        Happening::ClaimDeclared { .. } | Happening::ClaimChecked { .. } => {
            icondata_lu::LuFileCheck
        }
        Happening::TaskDone { .. } => icondata_lu::LuListChecks,
        Happening::Submitted { .. } | Happening::Withdrawn { .. } => icondata_lu::LuSend,
        _ => icondata_lu::LuCircleDot,
    }
}
