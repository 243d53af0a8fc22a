//! What a buyer picked, kept in a cookie of the buyer's own browser: identities and quantities, nothing personal.

use domain::{gallery::MAX_ITEMS, ids::ProductId};
use uuid::Uuid;

/// Products and how many of each, in the order picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basket(Vec<(ProductId, i64)>);

impl Basket {
    /// The cookie's name.
    pub const COOKIE: &str = "keranjang";
    /// Days the cookie is kept.
    pub const DAYS: u32 = 30;

    /// Reads the cookie; what cannot be read is left out.
    pub fn read(text: &str) -> Self {
        let mut basket = Self::default();
        for part in text.split('.') {
            let pair = part.split_once('x');
            let pair =
                pair.and_then(|(id, units)| Some((id.parse::<Uuid>().ok()?, units.parse().ok()?)));
            if let Some((id, units)) = pair {
                basket.set(ProductId(id), units);
            }
        }
        basket
    }

    /// The cookie's text.
    pub fn text(&self) -> String {
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|(id, units)| format!("{}x{units}", id.0.simple()))
            .collect();
        parts.join(".")
    }

    /// Puts a product in, or changes how many of it; `false` when the basket is full.
    pub fn set(&mut self, product: ProductId, units: i64) -> bool {
        let units = units.clamp(1, 1_000_000);
        let full = self.len() >= MAX_ITEMS;
        match self.0.iter_mut().find(|(known, _)| *known == product) {
            Some((_, old)) => *old = units,
            None if full => return false,
            None => self.0.push((product, units)),
        }
        true
    }

    /// Takes a product out.
    pub fn remove(&mut self, product: ProductId) {
        self.0.retain(|(known, _)| *known != product);
    }

    /// Keeps only these products.
    pub fn retain(&mut self, products: &[ProductId]) {
        self.0.retain(|(known, _)| products.contains(known));
    }

    /// How many of a product; `None` when it is not in.
    pub fn units(&self, product: ProductId) -> Option<i64> {
        let found = self.0.iter().find(|(known, _)| *known == product);
        found.map(|(_, units)| *units)
    }

    /// The products, in the order picked.
    pub fn products(&self) -> Vec<ProductId> {
        self.0.iter().map(|(id, _)| *id).collect()
    }

    /// How many different products.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was picked.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_picked_is_read_back_from_the_cookie() {
        let (a, b) = (ProductId::new(), ProductId::new());
        let mut basket = Basket::default();
        assert!(basket.set(a, 2) && basket.set(b, 48) && basket.set(a, 3));
        assert_eq!(Basket::read(&basket.text()), basket);
        assert_eq!(basket.units(a), Some(3));
        basket.remove(a);
        assert_eq!((basket.products(), basket.units(a)), (vec![b], None));
    }

    #[test]
    fn a_mangled_cookie_is_an_empty_basket_and_a_full_one_takes_no_more() {
        assert!(Basket::read("x.<script>.12x-4.zzx9").is_empty());
        let mut basket = Basket::default();
        for _ in 0..MAX_ITEMS {
            assert!(basket.set(ProductId::new(), -5));
        }
        assert!(!basket.set(ProductId::new(), 1));
        assert!(basket.text().len() < 4_000 && basket.text().ends_with("x1"));
    }
}
