//! Getting in: the devices somebody uses, the limit on tries, the second step, and passkeys.
//!
//! Whoever tries many passwords does it from browsers that never signed in to that account. So the limit of an account
//! counts strangers only, and each browser that signed in before has a count of its own: an attack from a thousand
//! networks slows strangers down and never locks the owner out of the phone she uses ("device cookies", OWASP).

mod devices;
mod passkeys;
mod second_step;
mod tries;

pub(super) use devices::known;
pub use devices::{Arrival, Browser, Device, arrive, devices, end_device};
pub use passkeys::{
    Ceremony, Passkey, PasskeyMaker, drop_passkey, keep_passkey, passkeys, start_passkey,
    start_with_passkey, with_passkey,
};
pub use second_step::{
    NewSecondStep, SecondStep, confirm_second_step, end_second_step, new_spare_codes,
    open_second_step, second_step, take_second_step,
};
pub(super) use second_step::{is_asked, lift};
pub(crate) use tries::drop_old;
pub(super) use tries::{Try, forgive, pass};

use domain::ids::PersonId;

use crate::{
    Result,
    db::{Tx, execute},
};

/// Forgets every browser and passkey of a person: whoever had to come back by another way trusts none of them.
pub(super) async fn forget_devices(tx: &mut Tx, person: PersonId) -> Result<()> {
    execute!(tx, "DELETE FROM sessions WHERE person_id = $1", person)?;
    execute!(tx, "DELETE FROM devices WHERE person_id = $1", person)?;
    execute!(tx, "DELETE FROM passkeys WHERE person_id = $1", person)?;
    Ok(())
}

#[cfg(test)]
mod tests;
