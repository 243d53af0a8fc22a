//! The business file: profile, claims, snapshots and the size class that follows from them.

mod claims;
mod file;
mod forms;
mod licences;
mod size;

pub use claims::{ClaimKind, ClaimState, EXPIRY_WARNING_DAYS, Standing, claim_number, standing};
pub use file::{
    BusinessFile, BusinessLine, ClaimLine, ClaimToCheck, OwnerContact, Site, SnapshotLine,
};
pub use forms::{
    Checking, ClaimCheckForm, ClaimForm, Declared, Figures, NewBusiness, Profile, ProfileForm,
    Registration, SnapshotForm,
};
pub use licences::{Cover, cover, required_licences};
pub use size::{Evidence, SizeClass, SizeRule, Verdict, size_class};

use serde::{Deserialize, Serialize};

/// Where a business sells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// At home or in the workshop.
    Home,
    /// In a shop of one's own.
    Shop,
    /// On a market.
    Market,
    /// Through resellers and souvenir shops.
    Resellers,
    /// On marketplaces.
    Marketplace,
    /// On social media and WhatsApp.
    Social,
    /// To hotels, restaurants and firms.
    Firms,
    /// Abroad.
    Export,
}

crate::text::text_enum!(Channel {
    Home => "home",
    Shop => "shop",
    Market => "market",
    Resellers => "resellers",
    Marketplace => "marketplace",
    Social => "social",
    Firms => "firms",
    Export => "export",
});

/// The edition of the national classification of business lines (KBLI) a code belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KbliVersion {
    /// Older licences.
    Kbli2020,
    /// BPS Regulation 7/2025.
    #[default]
    Kbli2025,
}

crate::text::text_enum!(KbliVersion { Kbli2020 => "2020", Kbli2025 => "2025" });
