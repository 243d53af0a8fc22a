//! What notices promise, mailed over a real socket to a small mail server.

use std::sync::{Arc, Mutex};

use domain::{
    Refusal,
    access::{Actor, Role, act},
    ids::{InquiryId, NoticeId},
    language::Language,
    notices::Notice,
    people::Settings,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

use super::{Mailer, list, mark_read, outbox, tell, unread_count};
use crate::{Centre, Error, both_engines, jobs::run_due, people, testing::village};

/// A mail server that speaks just enough SMTP. What it was told to deliver is kept whole.
struct PostOffice {
    url: String,
    mails: Arc<Mutex<Vec<String>>>,
}

impl PostOffice {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let mails = Arc::<Mutex<Vec<String>>>::default();
        let office = Self {
            url,
            mails: mails.clone(),
        };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, mails.clone()));
            }
        });
        office
    }

    fn mailer(&self) -> Mailer {
        Mailer::smtp(
            &self.url,
            "Naik Kelas <kabar@naikkelas.id>",
            "https://naikkelas.id",
        )
        .unwrap()
    }

    fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }
}

async fn serve(stream: tokio::net::TcpStream, mails: Arc<Mutex<Vec<String>>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 pos\r\n").await.unwrap();
    let mut mail = String::new();
    while let Ok(Some(line)) = lines.next_line().await {
        let answer: &[u8] = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => b"250-pos\r\n250 8BITMIME\r\n",
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    mail.push_str(&line);
                    mail.push('\n');
                }
                mails.lock().unwrap().push(std::mem::take(&mut mail));
                b"250 kept\r\n"
            }
            "QUIT" => {
                let _ = write.write_all(b"221 bye\r\n").await;
                return;
            }
            _ => {
                mail.push_str(&line);
                mail.push('\n');
                b"250 ok\r\n"
            }
        };
        write.write_all(answer).await.unwrap();
    }
}

fn came(buyer: &str) -> Notice {
    Notice::InquiryCame {
        inquiry: InquiryId::new(),
        buyer: buyer.into(),
    }
}

async fn told(centre: &Centre, who: &Actor, buyer: &str) -> NoticeId {
    let data = (who.person, came(buyer));
    centre
        .db
        .write(data, |tx, (person, notice)| {
            Box::pin(tell(tx, *person, notice))
        })
        .await
        .unwrap()
}

async fn wants(centre: &Centre, who: &Actor, language: Language, digest: bool, quiet: (i64, i64)) {
    let settings = Settings {
        language,
        mail_digest: digest,
        quiet_from: quiet.0,
        quiet_until: quiet.1,
    };
    people::update_settings(centre, who, settings)
        .await
        .unwrap();
}

async fn lale(centre: &Centre) -> (Actor, domain::access::Place) {
    let mataram = village::centre(centre, "52", "5271", "PLUT NTB").await;
    (
        village::staff(centre, "Lale Suryani", Role::Entrepreneur, &mataram).await,
        mataram,
    )
}

both_engines! {
    async fn a_notice_is_listed_counted_and_read_once(centre) {
        let (lale, _) = lale(&centre).await;
        let first = told(&centre, &lale, "Hotel Rajabasa").await;
        centre.clock.forward(chrono::Duration::minutes(1));
        told(&centre, &lale, "Toko Oleh-oleh").await;
        let received = list(&centre, &lale, 10).await.unwrap();
        assert_eq!(received.len(), 2);
        assert!(matches!(&received[0].notice, Notice::InquiryCame { buyer, .. } if buyer == "Toko Oleh-oleh"));
        assert_eq!(unread_count(&centre, &lale).await.unwrap(), 2);
        mark_read(&centre, &lale, Some(first)).await.unwrap();
        let since = centre.clock.now();
        centre.clock.forward(chrono::Duration::minutes(1));
        mark_read(&centre, &lale, Some(first)).await.unwrap();
        assert_eq!(list(&centre, &lale, 10).await.unwrap()[1].read_at, Some(since));
        assert_eq!(unread_count(&centre, &lale).await.unwrap(), 1);
        mark_read(&centre, &lale, None).await.unwrap();
        assert_eq!(unread_count(&centre, &lale).await.unwrap(), 0);
    }

    async fn anothers_notice_does_not_exist(centre) {
        let (lale, _) = lale(&centre).await;
        let sudarma = village::person(&centre, "I Wayan Sudarma").await;
        let notice = told(&centre, &lale, "Hotel Rajabasa").await;
        assert_eq!(unread_count(&centre, &lale).await.unwrap(), 1);
        assert_eq!(list(&centre, &sudarma, 10).await.unwrap(), []);
        let said = mark_read(&centre, &sudarma, Some(notice)).await;
        assert!(matches!(said, Err(Error::Refused(Refusal::NotFound))));
        mark_read(&centre, &sudarma, None).await.unwrap();
        assert_eq!(unread_count(&centre, &lale).await.unwrap(), 1);
    }

    async fn by_day_a_notice_is_mailed_at_once_in_the_readers_language(centre) {
        let (lale, _) = lale(&centre).await;
        let office = PostOffice::open().await;
        wants(&centre, &lale, Language::En, false, (21, 6)).await;
        told(&centre, &lale, "Hotel Rajabasa").await;
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 1);
        let mails = office.mails();
        assert_eq!(mails.len(), 1);
        for words in [
            "RCPT TO:<lale-suryani@contoh.id>",
            "From: \"Naik Kelas\" <kabar@naikkelas.id>",
            "Hotel Rajabasa asks for an offer and waits for your answer.",
            "https://naikkelas.id/beranda",
        ] {
            assert!(mails[0].contains(words), "{words} is not in:\n{}", mails[0]);
        }
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 0);
        assert_eq!(office.mails().len(), 1, "once is enough");
    }

    async fn a_digest_comes_once_in_the_morning_with_everything(centre) {
        let (lale, _) = lale(&centre).await;
        let office = PostOffice::open().await;
        wants(&centre, &lale, Language::Id, true, (21, 6)).await;
        told(&centre, &lale, "Hotel Rajabasa").await;
        centre.clock.forward(chrono::Duration::hours(3));
        told(&centre, &lale, "Toko Oleh-oleh").await;
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 0);
        // From 11.40 to 07.00 WITA.
        centre.clock.forward(chrono::Duration::minutes(19 * 60 + 20));
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 1);
        let mails = office.mails();
        assert_eq!(mails.len(), 1);
        assert!(mails[0].contains("Subject: 2 kabar untuk Anda"), "{}", mails[0]);
        assert!(mails[0].contains("Hotel Rajabasa") && mails[0].contains("Toko Oleh-oleh"));
    }

    async fn the_night_is_quiet(centre) {
        let (lale, _) = lale(&centre).await;
        let office = PostOffice::open().await;
        centre.clock.forward(chrono::Duration::hours(14));
        told(&centre, &lale, "Hotel Rajabasa").await;
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 0);
        // From 22.40 to 06.00 WITA.
        centre.clock.forward(chrono::Duration::minutes(7 * 60 + 20));
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 1);
        assert_eq!(office.mails().len(), 1);
    }

    async fn what_was_read_in_time_is_not_mailed(centre) {
        let (lale, _) = lale(&centre).await;
        let office = PostOffice::open().await;
        wants(&centre, &lale, Language::Id, true, (21, 6)).await;
        told(&centre, &lale, "Hotel Rajabasa").await;
        mark_read(&centre, &lale, None).await.unwrap();
        centre.clock.forward(chrono::Duration::days(1));
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 1);
        assert_eq!(office.mails(), [""; 0]);
    }

    async fn without_a_mail_server_mail_stays_in_the_outbox_of_its_centre(centre) {
        let (lale, mataram) = lale(&centre).await;
        let bangli = village::centre(&centre, "51", "5106", "PLUT Bali").await;
        let siti = village::staff(&centre, "Siti Rahmawati", Role::Manager, &mataram).await;
        let other = village::staff(&centre, "Manajer Bali", Role::Manager, &bangli).await;
        told(&centre, &lale, "Hotel Rajabasa").await;
        run_due(&centre, &Mailer::none()).await.unwrap();
        let waiting = outbox(&centre, &siti.may(act::MendJobs, &mataram).unwrap()).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].reader.as_str(), waiting[0].kind.as_str()), ("Lale Suryani", "inquiry_came"));
        assert_eq!(outbox(&centre, &other.may(act::MendJobs, &bangli).unwrap()).await.unwrap(), []);

        let office = PostOffice::open().await;
        centre.clock.forward(chrono::Duration::hours(2));
        crate::notices::mail_leftovers(&centre).await.unwrap();
        run_due(&centre, &office.mailer()).await.unwrap();
        assert_eq!(office.mails().len(), 1, "a server that comes later gets what waited");
        assert_eq!(outbox(&centre, &siti.may(act::MendJobs, &mataram).unwrap()).await.unwrap(), []);
    }

    async fn a_server_that_does_not_answer_costs_no_mail(centre) {
        let (lale, _) = lale(&centre).await;
        told(&centre, &lale, "Hotel Rajabasa").await;
        let closed = {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            format!("smtp://{}", listener.local_addr().unwrap())
        };
        let mailer = Mailer::smtp(&closed, "kabar@naikkelas.id", "https://naikkelas.id").unwrap();
        assert_eq!(run_due(&centre, &mailer).await.unwrap(), 1);
        let office = PostOffice::open().await;
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 0, "not before a minute has passed");
        centre.clock.forward(chrono::Duration::minutes(1));
        assert_eq!(run_due(&centre, &office.mailer()).await.unwrap(), 1);
        assert_eq!(office.mails().len(), 1);
    }
}
