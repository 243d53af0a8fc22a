//! The commands of `naikkelas`.

use std::{io::Write, time::Duration};

use centre::{Centre, Clock, Db, demo, jobs, notices::Mailer, people, vault::Vault};
use clap::{Parser, Subcommand};
use leptos::config::LeptosOptions;

use crate::{
    import::Import,
    settings::{Given, Settings},
    web,
};

/// The operating system of a service centre for small businesses.
#[derive(Debug, Parser)]
#[command(name = "naikkelas", version)]
pub struct Cli {
    #[command(flatten)]
    settings: Given,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and do the background work
    Serve {
        /// Fill an empty database with the demo village first
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database up to date
    Migrate,
    /// Fill an empty database with the demo village
    Seed {
        /// The village with its people, businesses, licences and figures
        #[arg(long, required = true)]
        demo: bool,
        /// Beside the village, so many businesses with graded products, for load; more may be added later
        #[arg(long, value_name = "N")]
        scale: Option<usize>,
    },
    /// Read lists that offices keep
    Import {
        #[command(subcommand)]
        what: Import,
    },
}

/// Runs a command; what goes wrong is said in a sentence.
pub async fn run(cli: Cli) -> Result<(), String> {
    let settings = cli.settings.check()?;
    let centre = open(&settings).await?;
    match cli.command {
        Command::Migrate => say("The database is up to date."),
        Command::Seed { demo: _, scale } => {
            let moved_in = seed(&centre).await?;
            if let Some(businesses) = scale {
                demo::scale::fill(&centre, businesses)
                    .await
                    .map_err(|error| format!("The businesses could not be added: {error}."))?;
                say(&format!("{businesses} businesses with products are there."))?;
            }
            if moved_in {
                sign_ins()
            } else if scale.is_some() {
                Ok(())
            } else {
                Err("The database is not empty; the demo village is for empty ones only.".into())
            }
        }
        Command::Import { what } => what.run(&centre).await,
        Command::Serve { demo } => {
            if demo {
                seed(&centre).await?;
            }
            serve(centre, &settings, demo).await
        }
    }
}

/// Fills an empty database; `false` when somebody is there already.
async fn seed(centre: &Centre) -> Result<bool, String> {
    let sentence = |error: centre::Error| format!("The demo village could not move in: {error}.");
    if !demo::is_empty(centre).await.map_err(sentence)? {
        return Ok(false);
    }
    demo::seed(centre).await.map_err(sentence)?;
    Ok(true)
}

fn sign_ins() -> Result<(), String> {
    say(&format!(
        "Demo sign-ins, all with the password \"{}\":",
        demo::PASSWORD
    ))?;
    for account in demo::accounts() {
        say(&format!(
            "  {:<24} {:<20} {}",
            account.contact, account.name, account.part
        ))?;
    }
    Ok(())
}

/// Opens and migrates the database.
async fn open(settings: &Settings) -> Result<Centre, String> {
    if let Some(path) = settings.database_url.strip_prefix("sqlite:")
        && let Some(folder) = std::path::Path::new(path).parent()
    {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("The folder {} cannot be made: {error}.", folder.display()))?;
    }
    let clock = Clock::default();
    let sentence = |error: centre::Error| format!("The database cannot be opened: {error}.");
    let db = Db::open(&settings.database_url, clock.clone())
        .await
        .map_err(sentence)?;
    db.migrate().await.map_err(sentence)?;
    centre::places::load(&db).await.map_err(sentence)?;
    let gallery = centre::gallery::Gallery::start(db.clone(), clock.clone())
        .await
        .map_err(sentence)?;
    let files = centre::media::Files::at(&settings.files).map_err(|error| {
        format!(
            "The folder {} cannot be used: {error}.",
            settings.files.display()
        )
    })?;
    let vault = Vault::at(&settings.key_file).map_err(|error| {
        format!(
            "The key file {} cannot be used: {error}.",
            settings.key_file.display()
        )
    })?;
    Ok(Centre {
        db,
        clock,
        files,
        gallery,
        vault,
        passkeys: people::PasskeyMaker::at(&settings.public_url),
    })
}

async fn serve(centre: Centre, settings: &Settings, demo: bool) -> Result<(), String> {
    use axum::serve::ListenerExt;

    let mailer = mailer(settings)?;
    let leptos = leptos_options(settings);
    let router = web::router(centre.clone(), leptos, settings);
    let listener = tokio::net::TcpListener::bind(settings.addr)
        .await
        .map_err(|error| format!("The address {} cannot be used: {error}.", settings.addr))?
        // Without it a streamed page waits 40 ms for the reader's acknowledgement.
        .tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::warn!(%error, "TCP_NODELAY");
            }
        });
    if demo {
        sign_ins()?;
    }
    say(&format!("Naik Kelas: {}", settings.public_url))?;
    if !settings.is_secure() {
        say(
            "Plain HTTP on a network address: the session cookie travels unprotected. Put HTTPS in front.",
        )?;
    }
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let background = tokio::spawn(jobs::serve(centre.clone(), mailer, asked_to_stop(stopped)));
    let service = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            told_to_end().await;
            let _ = stop.send(true);
        })
        .await
        .map_err(|error| format!("The server stopped: {error}."))?;
    // A mail that was handed over and not noted would go out twice.
    let _ = tokio::time::timeout(LAST_JOB, background).await;
    centre.db.close().await;
    Ok(())
}

/// How long the job under way may take after the server was told to end.
const LAST_JOB: Duration = Duration::from_secs(20);

async fn asked_to_stop(mut stopped: tokio::sync::watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stop| *stop).await;
}

/// Waits for Ctrl-C, or for what systemd and containers send.
async fn told_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupted.await;
        }
    }
}

/// The way out for mail; without a server it waits in the outbox.
fn mailer(settings: &Settings) -> Result<Mailer, String> {
    match &settings.smtp_url {
        Some(url) => Mailer::smtp(url, &settings.mail_from, &settings.public_url)
            .map_err(|error| format!("Mail cannot be sent this way: {error}.")),
        None => Ok(Mailer::none()),
    }
}

/// Leptos' own settings. The names are those of `[[workspace.metadata.leptos]]`.
fn leptos_options(settings: &Settings) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("naikkelas")
        .site_root(settings.site.display().to_string())
        .site_pkg_dir("pkg")
        .hash_files(
            std::env::current_exe().is_ok_and(|exe| exe.with_file_name("hash.txt").exists()),
        )
        .site_addr(settings.addr)
        .build()
}

pub(crate) fn say(sentence: &str) -> Result<(), String> {
    writeln!(std::io::stdout(), "{sentence}").map_err(|error| error.to_string())
}
