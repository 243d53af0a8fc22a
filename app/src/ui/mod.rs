//! Parts that every page is made of. They hold no rule and no query.

pub mod field;
pub mod icon;
pub mod kept;
pub mod mark;
pub mod pager;
pub mod photo;
pub mod said;
pub mod sure;

pub use field::{Field, HiddenBack, SelectField, TextArea};
pub use icon::Icon;
pub use kept::Kept;
pub use mark::{Brand, Callout, ClaimMark, Empty, GradeLabel, Tone, category_word, grade_word};
pub use pager::Pager;
pub use photo::{Photo, photo_address};
pub use said::{
    Problems, error_sentence, fields_of, problem_of, problem_sentence, refusal_sentence,
};
pub use sure::Sure;
