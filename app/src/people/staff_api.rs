//! What the pages of the staff, of jobs and of the record ask of the server.

#![allow(
    missing_docs,
    reason = "the fields that #[server] makes have no place for docs"
)]

use chrono::{DateTime, Utc};
use domain::{
    Refusal,
    access::Role,
    audit::{Deed, Verdict},
    ids::{CentreId, InvitationId, JobId, MembershipId},
    jobs::DeadLetter,
    notices::Unsent,
    place::Zone,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::Answer;

/// Somebody with a role at the centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The role's row.
    pub membership: MembershipId,
    /// Name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Whether it is the one who asks.
    pub me: bool,
}

/// An invitation that can still be accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invited {
    /// Identity.
    pub id: InvitationId,
    /// Whom.
    pub contact: String,
    /// As what.
    pub role: Role,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

/// The form of an invitation, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteInput {
    /// A phone number or an e-mail address.
    pub contact: String,
    /// A role.
    pub role: String,
}

/// Who works at a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its name.
    pub centre_name: String,
    /// Its time.
    pub zone: Zone,
    /// Who works there.
    pub members: Vec<Member>,
    /// Who is invited.
    pub invited: Vec<Invited>,
    /// What was typed.
    pub kept: InviteInput,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// The address of an invitation made a moment ago; shown once.
    pub link: Option<String>,
}

/// An invitation as the invited person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// To which centre.
    pub centre: String,
    /// As what.
    pub role: Role,
    /// Whom it names.
    pub contact: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Why it was not accepted, when it was tried without script.
    pub refusal: Option<Refusal>,
}

/// Work that did not get done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobsPage {
    /// Which centre.
    pub centre: CentreId,
    /// Its time.
    pub zone: Zone,
    /// Jobs that are not tried any more.
    pub dead: Vec<DeadLetter>,
    /// Mails that wait.
    pub unsent: Vec<Unsent>,
    /// Why something was refused.
    pub refusal: Option<Refusal>,
}

/// The record of a centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditPage {
    /// Its time.
    pub zone: Zone,
    /// The newest first.
    pub deeds: Vec<Deed>,
    /// What a look at every seal found, if it was asked for.
    pub verdict: Option<Verdict>,
}

/// Lines of the record on one page.
#[cfg(feature = "ssr")]
const LINES: i64 = 200;

/// Who works at a centre: at the one named, else at the actor's first.
#[server(prefix = "/api", endpoint = "people/staff", input = server_fn::codec::GetUrl)]
pub async fn open_staff(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] secret: String,
) -> Answer<StaffPage> {
    use domain::access::act;

    use crate::request::{self, Told, draft};
    let (permit, here) = request::at(act::ReadStaff, centre).await?;
    let me = permit.person();
    let centre = request::centre();
    let members = centre::people::staff(&centre, &permit).await.told()?;
    let invited = centre::people::open_invitations(&centre, &permit)
        .await
        .told()?;
    let kept = draft::<InviteInput>("invite").await;
    let acted = draft::<()>("act").await;
    let refusal = kept
        .as_ref()
        .and_then(|kept| kept.refusal.clone())
        .or(acted.and_then(|kept| kept.refusal));
    let link = (!secret.is_empty()).then(|| format!("{}/undangan/{secret}", request::public_url()));
    Ok(StaffPage {
        centre: here.id,
        centre_name: here.name,
        zone: here.zone,
        members: members
            .into_iter()
            .map(|one| Member {
                membership: one.membership,
                me: one.person == me,
                name: one.name,
                role: one.role,
            })
            .collect(),
        invited: invited
            .into_iter()
            .map(|one| Invited {
                id: one.id,
                contact: one.contact,
                role: one.role,
                expires_at: one.expires_at,
            })
            .collect(),
        kept: kept.map(|kept| kept.input).unwrap_or_default(),
        refusal,
        link,
    })
}

/// Invites somebody; the page then shows the link, once.
#[server(prefix = "/api", endpoint = "people/invite")]
pub async fn invite(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] form: InviteInput,
) -> Answer<()> {
    use domain::{access::act, refusal::Problem};

    use crate::request::{self, end_form};
    let (permit, _) = request::at(act::ManageStaff, centre).await?;
    let outcome = match form.role.parse::<Role>() {
        Ok(role) => centre::people::invite(&request::centre(), permit, &form.contact, role).await,
        Err(_) => Err(Refusal::field("role", Problem::NotAChoice).into()),
    };
    let (secret, outcome) = match outcome {
        Ok(new) => (new.secret, Ok(())),
        Err(error) => (String::new(), Err(error)),
    };
    end_form("invite", "/tim", &form, outcome, |()| {
        format!("/tim?undangan={secret}")
    })
    .await
}

/// Takes an invitation back.
#[server(prefix = "/api", endpoint = "people/withdraw_invitation")]
pub async fn withdraw_invitation(
    #[server(default)] centre: Option<CentreId>,
    invitation: InvitationId,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::ManageStaff, centre).await?;
    let outcome = centre::people::withdraw(&request::centre(), permit, invitation).await;
    end_form("act", "/tim", &(), outcome, |()| "/tim".to_owned()).await
}

/// Ends somebody's role.
#[server(prefix = "/api", endpoint = "people/end_role")]
pub async fn end_role(
    #[server(default)] centre: Option<CentreId>,
    membership: MembershipId,
) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::ManageStaff, centre).await?;
    let outcome = centre::people::end_role(&request::centre(), permit, membership).await;
    end_form("act", "/tim", &(), outcome, |()| "/tim".to_owned()).await
}

/// What an invitation offers.
#[server(prefix = "/api", endpoint = "people/invitation", input = server_fn::codec::GetUrl)]
pub async fn open_invitation(#[server(default)] secret: String) -> Answer<Offer> {
    use crate::request::{self, Told, actor, refusal_of};
    actor()?;
    let found = centre::people::invitation(&request::centre(), &secret)
        .await
        .told()?;
    Ok(Offer {
        centre: found.centre,
        role: found.role,
        contact: found.contact,
        expires_at: found.expires_at,
        refusal: refusal_of(&["act"]).await,
    })
}

/// Accepts an invitation.
#[server(prefix = "/api", endpoint = "people/accept_invitation")]
pub async fn accept_invitation(#[server(default)] secret: String) -> Answer<()> {
    use crate::request::{self, actor, end_form};
    let outcome = centre::people::accept(&request::centre(), &actor()?, &secret).await;
    let sound: String = secret
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    end_form("act", &format!("/undangan/{sound}"), &(), outcome, |()| {
        "/beranda".to_owned()
    })
    .await
}

/// Jobs that are not tried any more, and mails that wait.
#[server(prefix = "/api", endpoint = "people/jobs", input = server_fn::codec::GetUrl)]
pub async fn open_jobs(#[server(default)] centre: Option<CentreId>) -> Answer<JobsPage> {
    use crate::request::{self, Told, refusal_of};
    let (permit, here) = request::at(domain::access::act::MendJobs, centre).await?;
    let centre = request::centre();
    Ok(JobsPage {
        centre: here.id,
        zone: here.zone,
        dead: centre::jobs::dead_letters(&centre, &permit).await.told()?,
        unsent: centre::notices::outbox(&centre, &permit).await.told()?,
        refusal: refusal_of(&["act"]).await,
    })
}

/// Has a dead job tried again.
#[server(prefix = "/api", endpoint = "people/retry_job")]
pub async fn retry_job(#[server(default)] centre: Option<CentreId>, job: JobId) -> Answer<()> {
    use crate::request::{self, end_form};
    let (permit, _) = request::at(domain::access::act::MendJobs, centre).await?;
    let outcome = centre::jobs::retry(&request::centre(), permit, job).await;
    end_form("act", "/pekerjaan", &(), outcome, |()| {
        "/pekerjaan".to_owned()
    })
    .await
}

/// What was done at a centre; `check` looks at every seal as well.
#[server(prefix = "/api", endpoint = "people/audit", input = server_fn::codec::GetUrl)]
pub async fn open_audit(
    #[server(default)] centre: Option<CentreId>,
    #[server(default)] check: bool,
) -> Answer<AuditPage> {
    use crate::request::{self, Told};
    let (permit, here) = request::at(domain::access::act::ReadAudit, centre).await?;
    let centre = request::centre();
    let deeds = centre::audit::recent(&centre, &permit, LINES)
        .await
        .told()?;
    let verdict = if check {
        Some(centre::audit::verify(&centre, &permit).await.told()?)
    } else {
        None
    };
    Ok(AuditPage {
        zone: here.zone,
        deeds,
        verdict,
    })
}
