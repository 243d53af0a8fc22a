//! Identities: UUIDv7 newtypes, made where the thing is made (also offline in the browser).

/// Declares one identity type. The number sorts by the time it was made.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sql", derive(sqlx::Type), sqlx(transparent))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl $name {
            /// A new identity, ordered after all earlier ones of this machine.
            pub fn new() -> Self {
                Self(uuid::Uuid::now_v7())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

id! {
    /// A human being with an account.
    PersonId,
    /// One role of one person in one place.
    MembershipId,
    /// A browser that somebody signed in with.
    DeviceId,
    /// A key that a phone or computer keeps for its owner.
    PasskeyId,
    /// A code on paper, for who has not the app at hand.
    SpareCodeId,
    /// A service centre (PLUT).
    CentreId,
    /// A business file.
    BusinessId,
    /// A list of businesses that an office brought.
    ImportId,
    /// A row of such a list.
    ImportRowId,
    /// A licence or certificate that a business says it holds.
    ClaimId,
    /// Turnover and workers of a business at one date.
    SnapshotId,
    /// Something a business makes.
    ProductId,
    /// One uploaded picture or document.
    MediaId,
    /// A season of reviewing: phases, dates, entries.
    RoundId,
    /// One version of a scoring sheet.
    RubricId,
    /// One line of a scoring sheet.
    CriterionId,
    /// One thing submitted to one round.
    EntryId,
    /// One reviewer's duty to score one entry.
    AssignmentId,
    /// An objection to a decision.
    AppealId,
    /// A grade given to a product by a released decision.
    GradeId,
    /// Something somebody has to do.
    TaskId,
    /// A message of the product to one person.
    NoticeId,
    /// Work that runs after the request.
    JobId,
    /// A buyer's message to one maker.
    InquiryId,
    /// A curated shelf of the gallery.
    CollectionId,
    /// Form input kept after a refusal or a lost connection.
    DraftId,
    /// A letter asking somebody to join the staff.
    InvitationId,
    /// A way back in for who forgot the password.
    RecoveryId,
    /// Something a centre offers.
    ServiceId,
    /// A room of a centre.
    RoomId,
    /// Days on which a centre stays closed.
    ClosureId,
    /// Something a visitor told a centre.
    FeedbackId,
    /// A line of the improvement register.
    ImprovementId,
    /// A piece of news.
    NewsId,
}
