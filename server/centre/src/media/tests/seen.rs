//! Kept photos and documents as callers get them.

use bytes::Bytes;
use domain::{Refusal, ids::MediaId, media::PhotoProblem};

use super::bytes::{cloth, jpeg};
use crate::{
    Centre, Error, both_engines,
    db::{execute, one},
    gallery::tests::{list, songket},
    media::*,
    testing::village,
};

async fn rows(centre: &Centre) -> i64 {
    one!(
        centre.db.read().await.unwrap(),
        (i64,),
        "SELECT COUNT(*) FROM media"
    )
    .unwrap()
    .0
}

fn photo() -> Bytes {
    jpeg(cloth(700, 500)).into()
}

fn pdf() -> Bytes {
    Bytes::from_static(b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
}

async fn public(centre: &Centre, id: MediaId) -> bool {
    is_public(&mut centre.db.read().await.unwrap(), id, centre.clock.now())
        .await
        .unwrap()
}

both_engines! {
    async fn the_same_bytes_again_are_the_same_photo(centre) {
        let lale = village::person(&centre, "Lale Suryani").await;
        let first = keep_photo(&centre, Some(lale.person), photo()).await.unwrap();
        assert_eq!((first.width, first.height, first.hash.len()), (700, 500, 64));
        let again = keep_photo(&centre, None, photo()).await.unwrap();
        assert_eq!(again, first);
        assert_eq!(rows(&centre).await, 1);
        let found = by_hash(&mut centre.db.read().await.unwrap(), &first.hash).await.unwrap();
        assert_eq!(found, Some(first.id));
    }

    async fn four_phones_sending_the_same_photo_at_once_keep_it_once(centre) {
        let sent = (0..4).map(|_| {
            let centre = centre.clone();
            tokio::spawn(async move { keep_photo(&centre, None, photo()).await.unwrap().id })
        });
        let ids: Vec<MediaId> = futures::future::join_all(sent).await.into_iter().map(Result::unwrap).collect();
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
        assert_eq!(rows(&centre).await, 1);
        assert!(photo_bytes(&centre, ids[0], 320).await.unwrap().is_some());
    }

    async fn a_photo_is_handed_out_in_the_widths_it_has(centre) {
        let id = keep_photo(&centre, None, jpeg(cloth(500, 400)).into()).await.unwrap().id;
        let width = |bytes: Option<Bytes>| image::load_from_memory(&bytes.unwrap()).unwrap().width();
        assert_eq!(width(photo_bytes(&centre, id, 320).await.unwrap()), 320);
        assert_eq!(width(photo_bytes(&centre, id, 640).await.unwrap()), 500);
        assert_eq!(width(photo_bytes(&centre, id, 1280).await.unwrap()), 500);
        assert_ne!(blurred_bytes(&centre, id).await.unwrap(), photo_bytes(&centre, id, 320).await.unwrap());
        assert_eq!(photo_bytes(&centre, id, 333).await.unwrap(), None);
        assert_eq!(photo_bytes(&centre, MediaId::new(), 320).await.unwrap(), None);
    }

    async fn a_refused_photo_leaves_nothing_behind(centre) {
        let half = photo().slice(..2000);
        let said = keep_photo(&centre, None, half).await;
        assert!(matches!(said, Err(Error::Refused(Refusal::Photo(PhotoProblem::Damaged)))));
        assert_eq!(rows(&centre).await, 0);
    }

    async fn a_certificate_is_kept_as_pdf_or_as_photo(centre) {
        let id = keep_document(&centre, None, pdf()).await.unwrap();
        assert_eq!(document_bytes(&centre, id).await.unwrap(), Some((pdf(), "application/pdf".into())));
        assert_eq!(keep_document(&centre, None, pdf()).await.unwrap(), id);
        assert_eq!(photo_bytes(&centre, id, 320).await.unwrap(), None);

        let id = keep_document(&centre, None, photo()).await.unwrap();
        let (bytes, media_type) = document_bytes(&centre, id).await.unwrap().unwrap();
        assert_eq!((media_type.as_str(), infer::get(&bytes).unwrap().mime_type()), ("image/webp", "image/webp"));
        assert_eq!(document_bytes(&centre, MediaId::new()).await.unwrap(), None);
    }

    async fn other_documents_are_refused(centre) {
        let problem = |bytes: Bytes| async {
            match keep_document(&centre, None, bytes).await {
                Err(Error::Refused(Refusal::Photo(problem))) => problem,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(problem(Bytes::new()).await, PhotoProblem::Empty);
        assert_eq!(problem(Bytes::from_static(b"PK\x03\x04 a letter.docx")).await, PhotoProblem::NotADocument);
        assert_eq!(problem(Bytes::from_static(b"%PDF-1.7\n1 0 obj")).await, PhotoProblem::Damaged);
        let mut heavy = pdf().to_vec();
        heavy.resize(10 * 1024 * 1024 + 1, b'\n');
        assert_eq!(problem(heavy.into()).await, PhotoProblem::DocumentTooHeavy);
    }

    async fn a_photo_is_public_while_its_product_stands_in_the_gallery(centre) {
        let stall = songket(&centre).await;
        let songket = keep_photo(&centre, None, photo()).await.unwrap().id;
        let workshop = keep_photo(&centre, None, jpeg(cloth(400, 400)).into()).await.unwrap().id;
        assert!(!public(&centre, songket).await, "nobody placed it yet");
        centre.db.write((stall.business, stall.product, songket, workshop), |tx, (business, product, cloth, workshop)| {
            Box::pin(async move {
                execute!(
                    tx,
                    "INSERT INTO product_photos (product_id, media_id, position, shows_brand, shows_label, alt) \
                     VALUES ($1, $2, 0, $3, $3, '')",
                    *product, *cloth, false,
                )?;
                execute!(tx, "UPDATE businesses SET photo_id = $1 WHERE id = $2", *workshop, *business)?;
                Ok(())
            })
        }).await.unwrap();
        assert!(public(&centre, songket).await && public(&centre, workshop).await);

        let today = "2026-11-24".parse().unwrap();
        list(&centre, stall.product, true, today).await;
        assert!(public(&centre, songket).await, "the last day counts");
        centre.clock.forward(chrono::Duration::hours(16));
        assert!(!public(&centre, songket).await && !public(&centre, workshop).await, "the badge ended");

        let later = "2027-11-24".parse().unwrap();
        list(&centre, stall.product, false, later).await;
        assert!(!public(&centre, songket).await, "returned for repairs");
        list(&centre, stall.product, true, later).await;
        assert!(public(&centre, songket).await);
        crate::people::revoke_consent(&centre, &stall.owner, domain::people::Purpose::Gallery).await.unwrap();
        assert!(!public(&centre, songket).await && !public(&centre, workshop).await, "the owner took her consent back");
    }
}
