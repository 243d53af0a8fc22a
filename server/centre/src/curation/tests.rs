//! What curation promises, on both engines.
