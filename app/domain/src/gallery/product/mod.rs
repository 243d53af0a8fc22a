//! A product as its maker writes it: step by step, saved incomplete, shown again as typed.

mod file;
mod form;
mod text;

pub use file::{MyProduct, PhotoForm, PhotoLine, ProductFile};
pub use form::{ProductForm, TierForm, VariantForm};
pub use text::{ProductText, Tier, Variant};

#[cfg(test)]
mod tests {
    use super::ProductForm;

    pub fn crisps() -> ProductForm {
        ProductForm {
            name: "Keripik pisang kepok".into(),
            category: "food".into(),
            price: "Rp 18.500".into(),
            ..ProductForm::default()
        }
    }
}
