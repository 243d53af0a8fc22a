//! The business file: opening one, and its page with licences, figures and the size class that follows from them.

pub mod api;
mod claims;
pub mod file;
mod history;
pub mod list;
pub mod products;
pub mod profile;
pub mod register;

use domain::business::{Channel, ClaimKind, Evidence, SizeClass};

use crate::words::{Key, business as b};

/// The name of a licence or certificate.
pub fn claim_name(kind: ClaimKind) -> Key {
    match kind {
        ClaimKind::Nib => b::CLAIM_NIB,
        ClaimKind::Pirt => b::CLAIM_PIRT,
        ClaimKind::Bpom => b::CLAIM_BPOM,
        ClaimKind::Halal => b::CLAIM_HALAL,
        ClaimKind::Trademark => b::CLAIM_TRADEMARK,
        ClaimKind::Sni => b::CLAIM_SNI,
        ClaimKind::GeographicalIndication => b::CLAIM_GI,
        ClaimKind::Tkdn => b::CLAIM_TKDN,
        ClaimKind::TestReport => b::CLAIM_TEST_REPORT,
    }
}

/// The name of a size class.
pub fn class_name(class: SizeClass) -> Key {
    match class {
        SizeClass::Micro => b::CLASS_MICRO,
        SizeClass::Small => b::CLASS_SMALL,
        SizeClass::Medium => b::CLASS_MEDIUM,
        SizeClass::Large => b::CLASS_LARGE,
    }
}

/// How well a figure is founded, in words.
pub fn evidence_name(evidence: Evidence) -> Key {
    match evidence {
        Evidence::Stated => b::EVIDENCE_STATED,
        Evidence::Books => b::EVIDENCE_BOOKS,
        Evidence::Documents => b::EVIDENCE_DOCUMENTS,
    }
}

/// The name of a sales channel.
pub fn channel_name(channel: Channel) -> Key {
    match channel {
        Channel::Home => b::CHANNEL_HOME,
        Channel::Shop => b::CHANNEL_SHOP,
        Channel::Market => b::CHANNEL_MARKET,
        Channel::Resellers => b::CHANNEL_RESELLERS,
        Channel::Marketplace => b::CHANNEL_MARKETPLACE,
        Channel::Social => b::CHANNEL_SOCIAL,
        Channel::Firms => b::CHANNEL_FIRMS,
        Channel::Export => b::CHANNEL_EXPORT,
    }
}
