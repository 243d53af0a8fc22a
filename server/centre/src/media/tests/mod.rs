//! What photos promise, tried with real bytes made here.

mod bytes;
mod keeping;
mod refused;
mod seen;
