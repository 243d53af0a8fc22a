//! The way out for mail: an SMTP server, or none.

use std::{sync::Arc, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};

use super::letter::Letter;
use crate::{Fault, Result};

/// A server that does not answer within this time counts as out of order.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sends mail, or leaves it in the outbox; cheap to clone.
#[derive(Clone)]
pub struct Mailer(Option<Arc<Smtp>>);

struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    address: String,
}

impl Mailer {
    /// Over `smtp://user:password@host:port` or `smtps://…`, from `Name <address>`. Mails link to `public_url`, where
    /// people reach the product, without a slash at the end.
    pub fn smtp(url: &str, from: &str, public_url: &str) -> Result<Self> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|cause| Fault::because("the address of the mail server", cause))?
            .timeout(Some(PATIENCE))
            .build();
        let from = from
            .parse()
            .map_err(|cause| Fault::because("the sender of mail", cause))?;
        Ok(Self(Some(Arc::new(Smtp {
            transport,
            from,
            address: public_url.into(),
        }))))
    }

    /// Sends nothing: mail stays due and visible in the outbox.
    pub fn none() -> Self {
        Self(None)
    }

    /// Where people reach the product; `None` when nothing is sent.
    pub(super) fn address(&self) -> Option<&str> {
        self.0.as_ref().map(|smtp| smtp.address.as_str())
    }

    /// Hands a letter to the server. The same `id` again is the same mail to whoever receives it twice.
    pub(super) async fn send(&self, to: &str, id: &str, letter: Letter) -> Result<()> {
        let Some(smtp) = &self.0 else { return Ok(()) };
        let to: Mailbox = to
            .parse()
            .map_err(|cause| Fault::because("a reader's address", cause))?;
        let message = Message::builder()
            .from(smtp.from.clone())
            .to(to)
            .subject(letter.subject)
            .message_id(Some(format!("<{id}@{}>", smtp.from.email.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text)
            .map_err(|cause| Fault::because("a mail", cause))?;
        smtp.transport
            .send(message)
            .await
            .map_err(|cause| Fault::because("the mail server", cause))?;
        Ok(())
    }
}
