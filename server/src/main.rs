//! `naikkelas`: the operating system of a service centre.

use clap::Parser;
use server::commands::{Cli, run};

/// A page is drawn in thousands of small pieces; the C library's own allocator takes a third of the time for them, and
/// keeps more memory afterwards.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| "info,sqlx=warn,tantivy=warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    match run(Cli::parse()).await {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(sentence) => {
            tracing::error!("{sentence}");
            std::process::ExitCode::FAILURE
        }
    }
}
