//! What followed the announcements: an objection, buyers who asked, and shelves that curators arranged.

use domain::{
    Refusal,
    access::act,
    gallery::{CollectionForm, InquiryForm, InquiryItem},
    ids::{CollectionId, EntryId, InquiryId, ProductId},
    language::Language,
};

use super::{Folk, Past, Pilot, makers::Stall};
use crate::{Centre, Result, curation, db::maybe, gallery};

/// Everything after the second round.
pub(super) async fn trade(
    past: &Past,
    folk: &Folk,
    pilots: &[Pilot],
    stalls: &[Stall],
) -> Result<()> {
    past.go(5, 20);
    arrange(&past.centre, folk, &pilots[0], stalls, &FOR_GUESTS).await?;
    arrange(&past.centre, folk, &pilots[2], stalls, &WITH_COFFEE).await?;
    past.go(4, 45);
    object(&past.centre, stalls).await?;
    ask(past, stalls).await
}

/// A shelf of the gallery.
struct Shelf {
    curator: &'static str,
    title: (&'static str, &'static str),
    intro: (&'static str, &'static str),
    products: &'static [&'static str],
}

const FOR_GUESTS: Shelf = Shelf {
    curator: "baiq@plut-ntb.id",
    title: ("Oleh-oleh untuk tamu jauh", "Gifts for guests from afar"),
    intro: (
        "Muat di koper, tahan perjalanan, dan setiap barang punya nama pembuatnya.",
        "Fits a suitcase, survives the journey, and each piece bears its maker's name.",
    ),
    products: &[
        "anting-mutiara",
        "selendang-rangrang",
        "tas-ketak",
        "songket-subahnale",
        "cangkir-gerabah",
        "madu-hutan",
        "keripik-tette",
    ],
};

const WITH_COFFEE: Shelf = Shelf {
    curator: "ayu@plut-bali.id",
    title: ("Kopi dan temannya", "Coffee and its company"),
    intro: (
        "Dari lereng Batur dan Tanggamus, dengan cokelat Pesawaran dan cangkir Banyumulek.",
        "From the slopes of Batur and Tanggamus, with Pesawaran chocolate and Banyumulek cups.",
    ),
    products: &[
        "kopi-kintamani",
        "kopi-drip",
        "robusta-ulubelu",
        "cokelat-pesawaran",
        "cangkir-gerabah",
    ],
};

fn product(stalls: &[Stall], key: &str) -> Result<ProductId> {
    let found = stalls.iter().find_map(|stall| stall.product(key));
    Ok(found.ok_or(Refusal::NotFound)?)
}

async fn arrange(
    centre: &Centre,
    folk: &Folk,
    pilot: &Pilot,
    stalls: &[Stall],
    shelf: &Shelf,
) -> Result<()> {
    let curator = folk.actor(centre, shelf.curator).await?;
    let permit = || curator.may(act::ManageCollections, &pilot.place);
    let products: Result<Vec<ProductId>> = shelf
        .products
        .iter()
        .map(|key| product(stalls, key))
        .collect();
    let form = CollectionForm {
        title_id: shelf.title.0.into(),
        title_en: shelf.title.1.into(),
        intro_id: shelf.intro.0.into(),
        intro_en: shelf.intro.1.into(),
        products: products?,
    };
    let id = CollectionId::new();
    gallery::save_collection(centre, permit()?, id, &form).await?;
    gallery::publish_collection(centre, permit()?, id, true).await
}

/// Rohani objects to the grade of her vase; nobody has answered yet.
async fn object(centre: &Centre, stalls: &[Stall]) -> Result<()> {
    let vase = product(stalls, "vas-ukir")?;
    let entry = maybe!(
        centre.db.read().await?,
        (EntryId,),
        "SELECT id FROM entries WHERE subject_id = $1 AND state = 'released'",
        vase.0,
    )?;
    let rohani = stalls
        .iter()
        .find(|stall| stall.product("vas-ukir").is_some());
    if let (Some(rohani), Some((entry,))) = (rohani, entry) {
        let permit = rohani.owner.may(act::AnswerDecision, &rohani.place)?;
        let reason = "Warna hitam vas berasal dari sekam padi, bukan cat. Mohon mutu bahannya dilihat sekali lagi.";
        curation::appeal(centre, permit, entry, reason.into()).await?;
    }
    Ok(())
}

/// Four buyers; two have their answer.
async fn ask(past: &Past, stalls: &[Stall]) -> Result<()> {
    let centre = &past.centre;
    past.go(4, 75);
    let toko = form(
        stalls,
        ("Toko Nusa, Rini Anggraini", "081398765432", "Surabaya"),
        &[("songket-subahnale", 5), ("selendang-rangrang", 20)],
        "Kami mengisi etalase akhir tahun. Apakah lima songket bisa dikirim sebelum 20 Desember, dan berapa ongkosnya ke Surabaya?",
    )?;
    let sent = gallery::inquire(centre, &toko).await?;
    past.go(4, 190);
    let words = "Bisa, Ibu Rini. Dua lembar sudah jadi, tiga lagi selesai tanggal 14. Ongkos kirim ke Surabaya Rp85.000 dengan asuransi.";
    answer(centre, stalls, &sent, words).await?;
    past.go(3, 20);
    if let Some(sent) = sent.first() {
        let thanks = "Baik, kami ambil semuanya. Mohon nomor rekeningnya.";
        gallery::reply_by_secret(centre, &sent.secret, thanks).await?;
    }

    past.go(3, 90);
    let cafe = InquiryForm {
        language: Language::En,
        ..form(
            stalls,
            ("Mia Tan", "mia@example.com", "Singapore"),
            &[("kopi-kintamani", 120), ("kopi-drip", 40)],
            "We run two cafés and look for a honey-process arabica. Could you send a sample of 200 g before we order?",
        )?
    };
    let sent = gallery::inquire(centre, &cafe).await?;
    past.go(2, 30);
    let words = "With pleasure, Ms Tan. The sample leaves Denpasar on Thursday by air; the next roast of 120 bags is ready within four days of your order.";
    answer(centre, stalls, &sent, words).await?;

    past.go(1, 50);
    let hotel = form(
        stalls,
        (
            "Hotel Rajabasa, Bagian Dapur",
            "0721-480-1234",
            "Bandar Lampung",
        ),
        &[("sambal-seruit", 60)],
        "Untuk sarapan tamu kami butuh enam puluh stoples setiap bulan. Apakah ada harga khusus?",
    )?;
    gallery::inquire(centre, &hotel).await?;

    past.go(1, 110);
    let shop = form(
        stalls,
        ("Kedai Senggigi", "kedai@example.com", "Lombok Barat"),
        &[("cangkir-gerabah", 30), ("piring-gerabah", 6)],
        "Kami ingin memakai cangkir Ibu di kedai baru. Bisakah dasar cangkirnya diberi cap kedai kami?",
    )?;
    gallery::inquire(centre, &shop).await?;
    Ok(())
}

fn form(
    stalls: &[Stall],
    (name, contact, place): (&str, &str, &str),
    items: &[(&str, u32)],
    message: &str,
) -> Result<InquiryForm> {
    let items: Result<Vec<InquiryItem>> = items
        .iter()
        .map(|(key, units)| {
            Ok(InquiryItem {
                product: product(stalls, key)?.to_string(),
                quantity: units.to_string(),
            })
        })
        .collect();
    Ok(InquiryForm {
        items: items?,
        name: name.into(),
        contact: contact.into(),
        place: place.into(),
        wanted_on: String::new(),
        message: message.into(),
        ..InquiryForm::default()
    })
}

async fn answer(
    centre: &Centre,
    stalls: &[Stall],
    sent: &[domain::gallery::Sent],
    words: &str,
) -> Result<()> {
    for one in sent {
        let id: InquiryId = one.inquiry;
        let maker = stalls
            .iter()
            .find(|stall| stall.maker.business == one.maker);
        if let Some(maker) = maker {
            let permit = maker.owner.may(act::AnswerInquiry, &maker.place)?;
            gallery::answer_inquiry(centre, permit, id, words).await?;
        }
    }
    Ok(())
}
