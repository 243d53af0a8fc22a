//! The public pages: the form, the link on which the answer is read, and the register.

pub mod form;
pub mod line;
pub mod link;
pub mod register;
