//! Accounts: signing up and in, roles, consent, invitations, and who read whose data.

mod access;
mod consent;
mod entry;
mod invitations;
mod password;
mod readings;
mod recovery;
mod secrets;
mod sessions;
mod sign_up;

pub use access::{StaffMember, actor, end_role, staff};
pub(crate) use access::{grant, holders};
pub use consent::{Consent, consents, give_consent, has_consent, revoke_consent};
pub(crate) use entry::drop_old as drop_old_tries;
pub use entry::{
    Arrival, Browser, Ceremony, Device, NewSecondStep, Passkey, PasskeyMaker, SecondStep, arrive,
    confirm_second_step, devices, drop_passkey, end_device, end_second_step, keep_passkey,
    new_spare_codes, open_second_step, passkeys, second_step, start_passkey, start_with_passkey,
    take_second_step, with_passkey,
};
pub use invitations::{
    Invitation, NewInvitation, accept, invitation, invite, open_invitations, withdraw,
};
pub use password::{change_password, judge};
pub use readings::{Reading, log_reading, my_readings};
pub(crate) use recovery::open_link;
pub use recovery::{
    Account, CODE_MINUTES, LINK_MINUTES, NewCode, RecoveryKey, account, ask_link, make_code,
    recover,
};
pub use secrets::new_secret as new_browser;
pub use sessions::{
    SessionRow, drop_expired_sessions, drop_session, load_session, open_session, save_session,
    sign_out_everywhere,
};
pub use sign_up::{Entered, SignUp, myself, sign_in, sign_up, update_settings};

#[cfg(test)]
mod tests;
