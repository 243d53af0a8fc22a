//! What news promise.

use domain::{
    Refusal,
    access::{Actor, Permit, Place, Role, act},
    ids::NewsId,
    news::NewsForm,
};

use super::*;
use crate::{
    Centre, both_engines, media,
    testing::{refused, village},
};

async fn ntb(centre: &Centre) -> (Place, Actor) {
    let place = village::centre(centre, "52", "5271", "PLUT NTB").await;
    let dewi = village::staff(centre, "Dewi Kartika", Role::Consultant, &place).await;
    (place, dewi)
}

fn writing(who: &Actor, place: &Place) -> Permit<act::WriteNews> {
    who.may(act::WriteNews, place).unwrap()
}

fn class() -> NewsForm {
    NewsForm {
        title_id: "Kelas pewarna alam".into(),
        text_id: "Dua puluh penenun mencoba tiga resep warna.".into(),
        ..NewsForm::default()
    }
}

/// A picture of one colour.
async fn picture(centre: &Centre, who: &Actor) -> domain::media::Photo {
    let image = image::RgbImage::from_pixel(320, 400, image::Rgb([40, 60, 90]));
    let mut out = std::io::Cursor::new(Vec::new());
    image::DynamicImage::from(image)
        .write_to(&mut out, image::ImageFormat::Png)
        .unwrap();
    let bytes = bytes::Bytes::from(out.into_inner());
    media::keep_photo(centre, Some(who.person), bytes)
        .await
        .unwrap()
}

both_engines! {
    async fn news_are_public_from_publishing_until_they_are_withdrawn(centre) {
        let (place, dewi) = ntb(&centre).await;
        let id = NewsId::new();
        save_news(&centre, writing(&dewi, &place), id, &class()).await.unwrap();
        assert_eq!(refused(news(&centre, "kelas-pewarna-alam").await), Refusal::NotFound);
        publish_news(&centre, writing(&dewi, &place), id, true).await.unwrap();
        assert_eq!(refused(publish_news(&centre, writing(&dewi, &place), id, true).await), Refusal::AlreadyDone);
        let renamed = NewsForm { title_id: "Kelas warna alam, dua puluh penenun".into(), ..class() };
        save_news(&centre, writing(&dewi, &place), id, &renamed).await.unwrap();
        let piece = news(&centre, "kelas-pewarna-alam").await.unwrap();
        assert_eq!(piece.title.id, "Kelas warna alam, dua puluh penenun", "the address stays");
        assert_eq!(page(&centre, 9).await.unwrap().pieces.len(), 1, "a page beyond the last shows the last");
        assert_eq!(latest(&centre, place.centre, 3).await.unwrap().len(), 1);

        publish_news(&centre, writing(&dewi, &place), id, false).await.unwrap();
        assert_eq!(refused(news(&centre, "kelas-pewarna-alam").await), Refusal::NotFound);
        assert!(page(&centre, 1).await.unwrap().pieces.is_empty() && public_slugs(&centre).await.unwrap().is_empty());
        assert_eq!(desk(&centre, &writing(&dewi, &place)).await.unwrap().len(), 1, "its writers still have it");
    }

    async fn a_photo_is_seen_by_all_while_its_news_are_public(centre) {
        let (place, dewi) = ntb(&centre).await;
        let rangga = village::staff(&centre, "Rangga Saputra", Role::Consultant, &place).await;
        let id = NewsId::new();
        save_news(&centre, writing(&dewi, &place), id, &class()).await.unwrap();
        let photo = picture(&centre, &dewi).await.id;
        set_news_photo(&centre, writing(&dewi, &place), id, photo).await.unwrap();
        assert!(!media::may_see_photo(&centre, None, photo).await.unwrap());
        assert!(media::may_see_photo(&centre, Some(&rangga), photo).await.unwrap(), "a colleague sees the draft");
        publish_news(&centre, writing(&dewi, &place), id, true).await.unwrap();
        assert!(media::may_see_photo(&centre, None, photo).await.unwrap());
        drop_news_photo(&centre, writing(&dewi, &place), id).await.unwrap();
        assert!(!media::may_see_photo(&centre, None, photo).await.unwrap());
        assert_eq!(refused(drop_news_photo(&centre, writing(&dewi, &place), id).await), Refusal::AlreadyDone);
    }

    async fn a_neighbours_news_do_not_exist(centre) {
        let (place, dewi) = ntb(&centre).await;
        let bali = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let putu = village::staff(&centre, "Putu Ariani", Role::Consultant, &bali).await;
        let id = NewsId::new();
        save_news(&centre, writing(&dewi, &place), id, &class()).await.unwrap();
        assert_eq!(refused(save_news(&centre, writing(&putu, &bali), id, &class()).await), Refusal::NotFound);
        assert_eq!(refused(publish_news(&centre, writing(&putu, &bali), id, true).await), Refusal::NotFound);
        assert_eq!(refused(of_desk(&centre, &writing(&putu, &bali), id).await), Refusal::NotFound);
        let photo = picture(&centre, &putu).await.id;
        assert_eq!(refused(set_news_photo(&centre, writing(&putu, &bali), id, photo).await), Refusal::NotFound);
    }
}
