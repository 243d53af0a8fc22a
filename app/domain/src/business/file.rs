//! The business file as its owner and the centre's staff see it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Channel, ClaimKind, Evidence, KbliVersion, ProfileForm, SizeClass, Standing, Verdict};
use crate::{
    gallery::Picture,
    ids::{BusinessId, CentreId, ClaimId, MediaId, PersonId, SnapshotId},
    money::Rupiah,
    place::Zone,
};

/// Everything about one business except its timeline and its products.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BusinessFile {
    /// Identity.
    pub id: BusinessId,
    /// The version to send back with a changed profile.
    pub version: i64,
    /// Name.
    pub name: String,
    /// Its part of an address.
    pub slug: String,
    /// The maker's story.
    pub story: String,
    /// Five digits of the national classification.
    pub kbli_code: Option<String>,
    /// Their edition.
    pub kbli_version: Option<KbliVersion>,
    /// Where it is.
    pub site: Site,
    /// Year of founding.
    pub founded_year: Option<i64>,
    /// Where it sells.
    pub channels: Vec<Channel>,
    /// The number buyers write to.
    pub whatsapp: Option<String>,
    /// A picture of the maker or the workshop.
    pub photo: Option<Picture>,
    /// The centre that keeps the file.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Its time.
    pub zone: Zone,
    /// The owner.
    pub owner: OwnerContact,
    /// Claims not ended, by kind.
    pub claims: Vec<ClaimLine>,
    /// Snapshots, the youngest first.
    pub snapshots: Vec<SnapshotLine>,
    /// The size class by the youngest snapshot, with its reason.
    pub size: Option<Verdict>,
    /// Since when.
    pub created_at: DateTime<Utc>,
}

impl BusinessFile {
    /// The form that would be read to this profile.
    pub fn profile_form(&self) -> ProfileForm {
        let degrees = |value: f64| value.to_string().replace('.', ",");
        let (latitude, longitude) = self.site.position.unzip();
        ProfileForm {
            version: self.version,
            name: self.name.clone(),
            story: self.story.clone(),
            kbli_code: self.kbli_code.clone().unwrap_or_default(),
            kbli_version: self.kbli_version.unwrap_or_default(),
            district: self.site.district.clone(),
            address: self.site.address.clone(),
            latitude: latitude.map(degrees).unwrap_or_default(),
            longitude: longitude.map(degrees).unwrap_or_default(),
            founded_year: self
                .founded_year
                .map(|year| year.to_string())
                .unwrap_or_default(),
            channels: self.channels.clone(),
            whatsapp: self.whatsapp.clone().unwrap_or_default(),
        }
    }
}

/// Where a business is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Site {
    /// Official code of the district.
    pub district: String,
    /// Its name.
    pub district_name: String,
    /// Name of the regency.
    pub regency_name: String,
    /// Name of the province.
    pub province_name: String,
    /// Street and village.
    pub address: String,
    /// Latitude and longitude in degrees.
    pub position: Option<(f64, f64)>,
}

impl Site {
    /// District and regency; a list may know the regency alone.
    pub fn short(&self) -> String {
        match self.district_name.as_str() {
            "" => self.regency_name.clone(),
            district => format!("{district}, {}", self.regency_name),
        }
    }
}

/// How the owner is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerContact {
    /// Who.
    pub person: PersonId,
    /// Name.
    pub name: String,
    /// Phone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

/// One claim and how it stands today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimLine {
    /// Identity.
    pub id: ClaimId,
    /// Which.
    pub kind: ClaimKind,
    /// Its number.
    pub number: String,
    /// How it stands today.
    pub standing: Standing,
    /// Its last day.
    pub expires_on: Option<NaiveDate>,
    /// A picture or document of it.
    pub evidence: Option<MediaId>,
    /// Where it was looked up.
    pub source: String,
    /// Who looked.
    pub verifier: Option<String>,
    /// When.
    pub verified_at: Option<DateTime<Utc>>,
}

/// Turnover and workers at one date, and the class that follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotLine {
    /// Identity.
    pub id: SnapshotId,
    /// The day the figures speak of.
    pub as_of: NaiveDate,
    /// Twelve months' sales.
    pub turnover: Rupiah,
    /// Women at work.
    pub workers_women: i64,
    /// Men at work.
    pub workers_men: i64,
    /// How well the turnover is founded.
    pub evidence: Evidence,
    /// Who wrote it down.
    pub recorder: String,
    /// When.
    pub recorded_at: DateTime<Utc>,
    /// The class by the rule of that day.
    pub class: Option<SizeClass>,
}

/// A declared licence that staff may look up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimToCheck {
    /// Which.
    pub claim: ClaimId,
    /// Which kind.
    pub kind: ClaimKind,
    /// Whose.
    pub business: BusinessId,
    /// Its name.
    pub business_name: String,
}

/// A business in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessLine {
    /// Identity.
    pub id: BusinessId,
    /// Name.
    pub name: String,
    /// Name of its regency.
    pub regency: String,
    /// The centre that keeps the file.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// The size class by the youngest snapshot.
    pub class: Option<SizeClass>,
    /// Products that were not deleted.
    pub products: i64,
    /// Claims that lapsed or end within sixty days.
    pub claims_to_mend: i64,
    /// Since when.
    pub created_at: DateTime<Utc>,
}
