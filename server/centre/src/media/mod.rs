//! Photos and documents: what is accepted, how it is kept, and where it lies.

mod files;

pub use files::Files;
