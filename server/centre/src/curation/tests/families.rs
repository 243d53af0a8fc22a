//! The family a product is judged as.

use domain::{gallery::ProductForm, refusal::Problem};

use super::*;
use crate::{
    both_engines, business::save_product, curation::withdraw, db::execute, testing::curation::*,
};

both_engines! {
    async fn a_family_stays_while_curators_judge_and_while_a_grade_stands(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let save = async |category: &str, price: &str, version| {
            let form = ProductForm { version, category: category.into(), price: price.into(), ..songket() };
            save_product(&centre, submits(&lale), lale.business, product, &form).await
        };
        assert_eq!(save("craft", "1.850.000", 1).await.unwrap(), 2, "a draft may be anything");
        assert_eq!(save("fashion", "1.850.000", 2).await.unwrap(), 3);
        let settled = Refusal::field("category", Problem::Settled);
        let taken_back = submit(&centre, &lale, product).await;
        assert_eq!(refused(save("beauty", "1.850.000", 3).await), settled);
        assert_eq!(save("fashion", "1.900.000", 3).await.unwrap(), 4, "the rest may change");
        withdraw(&centre, answers(&lale), taken_back).await.unwrap();
        assert_eq!(save("craft", "1.900.000", 4).await.unwrap(), 5, "nobody judges it any more");
        assert_eq!(save("fashion", "1.900.000", 5).await.unwrap(), 6);

        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, entry, &[4, 4]).await;
        announce(&centre, &season, season.round).await;
        assert_eq!(refused(save("beauty", "1.900.000", 6).await), settled, "the badge is a cloth's");
        assert_eq!(save("fashion", "2.000.000", 6).await.unwrap(), 7);
    }

    async fn a_badge_is_that_of_the_family_it_was_judged_as(centre) {
        let season = season(&centre).await;
        let lale = maker(&centre, "Lale Suryani", "Tenun Sari Sukarara").await;
        let product = product(&centre, &lale, &songket()).await;
        let entry = submit(&centre, &lale, product).await;
        assign(&centre, &season, season.round).await;
        judge(&centre, entry, &[4, 4]).await;
        // A cream would need a BPOM licence, which Lale does not hold.
        centre.db.write(product, |tx, product| Box::pin(async move {
            execute!(tx, "UPDATE products SET category = 'beauty' WHERE id = $1", *product)
        })).await.unwrap();
        announce(&centre, &season, season.round).await;
        let ends = read(&centre, &lale, entry).await.verdict.unwrap().badge_until.unwrap();
        assert_eq!(ends.to_string(), "2027-11-24");
    }
}
