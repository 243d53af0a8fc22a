//! The table of endpoints: what each asks of its caller, and a call that tells whether the caller was let in.

mod things;

use axum::http::Method;
use domain::access::ActKind;

pub use things::{fill, kinds_of, nothing, things_of};

/// What an endpoint asks of its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: it is a door.
    Nothing,
    /// To be signed in; it is about the caller's own things.
    SignedIn,
    /// This right over the thing it names.
    Right(ActKind),
}

/// Path, whether it reads (GET) or changes (POST), what it asks, and a query that is answered or a body that is refused
/// for its fields or its timing if the caller is let in: the village must look the same to every caller. Words in braces
/// are filled in with the things of [`things`].
#[rustfmt::skip]
pub const ROWS: &[(&str, Method, Asks, &str)] = &[
    ("/api/people/sign_in", Method::POST, Asks::Nothing, "contact=&password=&next=&back="),
    ("/api/people/sign_up", Method::POST, Asks::Nothing, "name=&contact=&password=&next=&back="),
    ("/api/people/ask_link", Method::POST, Asks::Nothing, "contact="),
    ("/api/people/recover", Method::POST, Asks::Nothing, "contact=&code=&password="),
    ("/api/people/help_form", Method::GET, Asks::Right(ActKind::HelpSignIn), "centre={centre}"),
    ("/api/people/make_code", Method::POST, Asks::Right(ActKind::HelpSignIn), "centre={centre}&contact="),
    ("/api/people/sign_out", Method::POST, Asks::Nothing, ""),
    ("/api/people/sign_out_everywhere", Method::POST, Asks::SignedIn, ""),
    ("/api/people/me", Method::GET, Asks::SignedIn, ""),
    ("/api/people/account", Method::GET, Asks::SignedIn, ""),
    ("/api/people/set_consent", Method::POST, Asks::SignedIn, "purpose=statistics&given=true"),
    ("/api/home/awaiting", Method::GET, Asks::SignedIn, ""),
    ("/api/notices/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/notices/read", Method::POST, Asks::SignedIn, ""),
    ("/api/tasks/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/tasks/finish", Method::POST, Asks::Right(ActKind::DoTask), "task={task}&proof="),
    ("/api/business/list", Method::GET, Asks::SignedIn, ""),
    ("/api/business/register_form", Method::GET, Asks::SignedIn, ""),
    ("/api/business/register", Method::POST, Asks::SignedIn, "form[name]="),
    ("/api/business/file", Method::GET, Asks::Right(ActKind::ReadBusiness), "business={business}"),
    ("/api/business/declare_claim", Method::POST, Asks::Right(ActKind::EditBusiness), "business={business}&form[kind]=nib&form[number]="),
    ("/api/business/profile_form", Method::GET, Asks::Right(ActKind::EditBusiness), "business={business}"),
    ("/api/business/edit_profile", Method::POST, Asks::Right(ActKind::EditBusiness), "business={business}&form[name]="),
    ("/api/business/check_claim", Method::POST, Asks::Right(ActKind::VerifyClaim), "claim={claim}&form[source]="),
    ("/api/business/end_claim", Method::POST, Asks::Right(ActKind::EditBusiness), "claim={claim}"),
    ("/api/business/record_snapshot", Method::POST, Asks::Right(ActKind::EditBusiness), "business={business}&form[turnover]="),
    ("/api/product/mine", Method::GET, Asks::SignedIn, ""),
    ("/api/product/begin_form", Method::GET, Asks::SignedIn, ""),
    ("/api/product/begin", Method::POST, Asks::Right(ActKind::SubmitProduct), "business={business}&product={product}&form[name]="),
    ("/api/product/write_form", Method::GET, Asks::Right(ActKind::SubmitProduct), "product={product}"),
    ("/api/product/save", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&step=jenis&form[name]="),
    ("/api/product/describe_photo", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&media={new}&form[alt]={long}"),
    ("/api/product/main_photo", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&media={new}"),
    ("/api/product/remove_photo", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}&media={new}"),
    ("/api/product/delete", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}"),
    ("/api/product/submit", Method::POST, Asks::Right(ActKind::SubmitProduct), "product={product}"),
    ("/api/curation/result", Method::GET, Asks::Right(ActKind::ReadSubmission), "entry={entry}"),
    ("/api/curation/withdraw", Method::POST, Asks::Right(ActKind::AnswerDecision), "entry={entry}"),
    ("/api/curation/appeal", Method::POST, Asks::Right(ActKind::AnswerDecision), "entry={entry}&reason="),
    ("/api/curation/desk", Method::GET, Asks::SignedIn, ""),
    ("/api/curation/sheet", Method::GET, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}"),
    ("/api/curation/score", Method::POST, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}&lines[0][criterion]={new}&lines[0][value]=3"),
    ("/api/curation/skip", Method::POST, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}"),
    ("/api/curation/abstain", Method::POST, Asks::Right(ActKind::ScoreEntry), "assignment={assignment}&reason=other&words="),
    ("/api/curation/rounds", Method::GET, Asks::Right(ActKind::ManageRounds), "centre={centre}"),
    ("/api/curation/create_round", Method::POST, Asks::Right(ActKind::ManageRounds), "centre={centre}&form[name]="),
    ("/api/curation/round", Method::GET, Asks::Right(ActKind::ManageRounds), "round={round}&planning=true"),
    ("/api/curation/edit_round", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}&form[name]="),
    ("/api/curation/assign_round", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/assign", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&reviewer={new}&round={new}"),
    ("/api/curation/unassign", Method::POST, Asks::Right(ActKind::ManageRounds), "assignment={assignment}&round={new}"),
    ("/api/curation/prolong_review", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&round={new}"),
    ("/api/curation/deciding", Method::GET, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/prepare_decisions", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/decide", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&decision=passed&reason=&round={new}"),
    ("/api/curation/undecide", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&round={new}"),
    ("/api/curation/carry_over", Method::POST, Asks::Right(ActKind::ManageRounds), "entry={entry}&later={round}&round={new}"),
    ("/api/curation/release", Method::POST, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/appeals", Method::GET, Asks::Right(ActKind::ManageRounds), "round={round}"),
    ("/api/curation/answer_appeal", Method::POST, Asks::Right(ActKind::ManageRounds), "appeal={appeal}&granted=true&answer=&round={new}"),
    ("/api/curation/rubrics", Method::GET, Asks::Right(ActKind::EditRubric), "centre={centre}"),
    ("/api/curation/begin_rubric", Method::POST, Asks::Right(ActKind::EditRubric), "centre={centre}&category="),
    ("/api/curation/rubric", Method::GET, Asks::Right(ActKind::EditRubric), "rubric={rubric}"),
    ("/api/curation/save_rubric", Method::POST, Asks::Right(ActKind::EditRubric), "rubric={rubric}&go=publish"),
    ("/api/curation/curators", Method::GET, Asks::Right(ActKind::ManageRounds), "centre={centre}"),
    ("/api/curation/set_expertise", Method::POST, Asks::Right(ActKind::ManageRounds), "centre={centre}&person={new}&categories[]=x"),
    ("/api/curation/collections", Method::GET, Asks::Right(ActKind::ManageCollections), "centre={centre}"),
    ("/api/curation/collection", Method::GET, Asks::Right(ActKind::ManageCollections), "collection={collection}"),
    ("/api/curation/save_collection", Method::POST, Asks::Right(ActKind::ManageCollections), "collection={collection}&form[title_id]="),
    ("/api/curation/publish_collection", Method::POST, Asks::Right(ActKind::ManageCollections), "collection={collection}&public=true"),
    ("/api/people/staff", Method::GET, Asks::Right(ActKind::ReadStaff), "centre={centre}"),
    ("/api/people/invite", Method::POST, Asks::Right(ActKind::ManageStaff), "centre={centre}&form[contact]=&form[role]=curator"),
    ("/api/people/withdraw_invitation", Method::POST, Asks::Right(ActKind::ManageStaff), "centre={centre}&invitation={invitation}"),
    ("/api/people/end_role", Method::POST, Asks::Right(ActKind::ManageStaff), "centre={centre}&membership={membership}"),
    ("/api/people/invitation", Method::GET, Asks::SignedIn, "secret=x"),
    ("/api/people/accept_invitation", Method::POST, Asks::SignedIn, "secret=x"),
    ("/api/people/settings", Method::POST, Asks::SignedIn, "form[language]=id&form[quiet_from]=21&form[quiet_until]=6"),
    ("/api/people/change_password", Method::POST, Asks::SignedIn, "old=&new="),
    ("/api/people/jobs", Method::GET, Asks::Right(ActKind::MendJobs), "centre={centre}"),
    ("/api/people/retry_job", Method::POST, Asks::SignedIn, "job={new}"),
    ("/api/people/audit", Method::GET, Asks::Right(ActKind::ReadAudit), "centre={centre}"),
    ("/api/gallery/my_inquiries", Method::GET, Asks::SignedIn, ""),
    ("/api/gallery/inquiry", Method::GET, Asks::Right(ActKind::AnswerInquiry), "inquiry={inquiry}"),
    ("/api/gallery/answer_inquiry", Method::POST, Asks::Right(ActKind::AnswerInquiry), "inquiry={inquiry}&text="),
];
