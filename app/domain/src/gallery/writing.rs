//! Writing a product takes four steps; each saves its own fields and leaves the others alone.

use super::ProductForm;

/// A step of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum WritingStep {
    /// What it is: name and family.
    #[serde(rename = "jenis")]
    Kind,
    /// Photos and words.
    #[serde(rename = "foto")]
    Photos,
    /// Price, orders, capacity.
    #[serde(rename = "harga")]
    Terms,
    /// The label, what is missing, and sending in.
    #[serde(rename = "kirim")]
    Send,
}

crate::text::text_enum!(WritingStep {
    Kind => "jenis",
    Photos => "foto",
    Terms => "harga",
    Send => "kirim",
});

impl WritingStep {
    /// The step after this one; the last one is its own.
    pub fn next(self) -> Self {
        match self {
            Self::Kind => Self::Photos,
            Self::Photos => Self::Terms,
            Self::Terms | Self::Send => Self::Send,
        }
    }

    /// The step before this one; the first one is its own.
    pub fn before(self) -> Self {
        match self {
            Self::Kind | Self::Photos => Self::Kind,
            Self::Terms => Self::Photos,
            Self::Send => Self::Terms,
        }
    }

    /// Counted from 1.
    pub fn number(self) -> usize {
        Self::ALL
            .iter()
            .position(|step| *step == self)
            .map_or(1, |place| place + 1)
    }
}

impl ProductForm {
    /// This form with the fields of one step as they were typed, and the version at which they were.
    pub fn with_step(self, step: WritingStep, typed: Self) -> Self {
        let version = typed.version;
        let form = match step {
            WritingStep::Kind => Self {
                name: typed.name,
                category: typed.category,
                ..self
            },
            WritingStep::Photos => Self {
                description: typed.description,
                story: typed.story,
                ..self
            },
            WritingStep::Terms => Self {
                price: typed.price,
                unit: typed.unit,
                cost: typed.cost,
                moq: typed.moq,
                lead_days: typed.lead_days,
                capacity: typed.capacity,
                net_content: typed.net_content,
                shelf_life: typed.shelf_life,
                variants: typed.variants,
                tiers: typed.tiers,
                ..self
            },
            WritingStep::Send => Self {
                label: typed.label,
                ..self
            },
        };
        Self { version, ..form }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::curation::LabelItem;

    #[test]
    fn a_step_changes_its_own_fields_only() {
        let saved = ProductForm {
            version: 3,
            name: "Keripik pisang kepok".into(),
            category: "food".into(),
            description: "Renyah.".into(),
            price: "18.500".into(),
            label: vec![LabelItem::Name],
            ..ProductForm::default()
        };
        for step in WritingStep::ALL {
            let typed = ProductForm {
                version: 3,
                name: "x".into(),
                category: "x".into(),
                description: "x".into(),
                price: "1".into(),
                label: vec![LabelItem::Maker],
                ..ProductForm::default()
            };
            let form = saved.clone().with_step(*step, typed);
            let changed = [
                form.name != saved.name,
                form.description != saved.description,
                form.price != saved.price,
                form.label != saved.label,
            ];
            let place = step.number() - 1;
            assert!(
                changed
                    .iter()
                    .enumerate()
                    .all(|(at, is)| *is == (at == place)),
                "{step}: {changed:?}"
            );
        }
    }
}
