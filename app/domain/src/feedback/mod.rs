//! What visitors tell a centre, the clock of the answer, and the improvement register: what was heard, what is done about
//! it, by whom and until when.

mod conversation;
mod register;

pub use conversation::{
    Conversation, FeedbackForm, FeedbackKind, FeedbackLine, Message, Standing, Told,
};
pub use register::{Improvement, ImprovementForm, Mended, Progress, Register, RegisterLine};
