//! `naikkelas import`: lists read from the command line.

use std::{collections::BTreeMap, fs, io, path::PathBuf};

use centre::{Centre, imports};
use clap::Subcommand;
use domain::business::KbliVersion;
use lists::{Action, FileFault, Known, Limits, Origin, Report, Row};

use crate::commands::say;

/// What is read.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Businesses, from a CSV or Excel list as offices keep them
    Businesses {
        /// The lists, in this order: a later one may repeat businesses of an earlier one
        #[arg(required = true)]
        lists: Vec<PathBuf>,
        /// Only say what would become of each row
        #[arg(long)]
        dry_run: bool,
        /// Write what became of each row, as CSV
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Who answers for it: number or e-mail address of a member of staff [default: each centre's first manager]
        #[arg(long, value_name = "CONTACT")]
        by: Option<String>,
    },
    /// The official list of business lines: JSON with "code" and "title", or CSV with these columns
    Kbli {
        /// The list
        file: PathBuf,
        /// Its edition
        #[arg(long, default_value = "2020")]
        edition: KbliVersion,
    },
}

impl Import {
    /// Does it.
    pub async fn run(self, centre: &Centre) -> Result<(), String> {
        match self {
            Self::Kbli { file, edition } => kbli(centre, &file, edition).await,
            Self::Businesses {
                lists,
                dry_run,
                out,
                by,
            } => {
                report(centre, &lists, out.as_deref()).await?;
                match dry_run {
                    true => Ok(()),
                    false => take_over(centre, &lists, by.as_deref()).await,
                }
            }
        }
    }
}

fn sentence(error: &centre::Error) -> String {
    format!("The import stopped: {error}.")
}

fn name_of(file: &std::path::Path) -> Result<&str, String> {
    let name = file.file_name().and_then(|name| name.to_str());
    name.ok_or_else(|| format!("{} has no name that can be read.", file.display()))
}

/// Reads the files and says what becomes of each row; nothing is changed.
async fn report(
    centre: &Centre,
    files: &[PathBuf],
    out: Option<&std::path::Path>,
) -> Result<(), String> {
    let (gazetteer, codes, businesses) = async {
        let mut conn = centre.db.read().await?;
        Ok((
            imports::gazetteer(&mut conn).await?,
            imports::kbli(&mut conn).await?,
            imports::businesses(&mut conn).await?,
        ))
    }
    .await
    .map_err(|error| sentence(&error))?;
    let to: Box<dyn io::Write> = match out {
        Some(path) => Box::new(
            fs::File::create(path)
                .map_err(|error| format!("{} cannot be written: {error}.", path.display()))?,
        ),
        None => Box::new(io::sink()),
    };
    let broken = |error| format!("The report cannot be written: {error}.");
    let mut report = Report::new(to).map_err(broken)?;
    let mut known = Known::default();
    for business in businesses {
        // What no list brought is named by its page.
        let origin = business.origin.unwrap_or_else(|| Origin {
            file: format!("/usaha/{}", business.id),
            sheet: None,
            row: 0,
        });
        known.insert(origin, business.identity);
    }
    for file in files {
        let name = name_of(file)?;
        let rows = match read(file, name, &gazetteer, &codes)? {
            Ok(rows) => rows,
            Err(fault) => {
                report.refused(name, fault).map_err(broken)?;
                say(&format!("{name}: refused, {fault}."))?;
                continue;
            }
        };
        let mut tally = [0_usize; 3];
        for row in &rows {
            let origin = Origin {
                file: name.to_owned(),
                sheet: row.sheet.clone(),
                row: row.row,
            };
            let action = Action::of(row, origin, &mut known);
            tally[match &action {
                Action::Import => 0,
                Action::DuplicateOf(_) => 1,
                Action::Reject => 2,
            }] += 1;
            report.row(name, row, &action).map_err(broken)?;
        }
        let [new, known_already, rejected] = tally;
        say(&format!(
            "{name}: {} rows; {new} new businesses, {known_already} known already, {rejected} rejected.",
            rows.len()
        ))?;
    }
    report.finish().map_err(broken)
}

fn read(
    file: &std::path::Path,
    name: &str,
    gazetteer: &lists::Gazetteer,
    codes: &lists::Kbli,
) -> Result<Result<Vec<Row>, FileFault>, String> {
    let limits = Limits::default();
    let broken = |error: io::Error| format!("{} cannot be read: {error}.", file.display());
    // What is too large is not even read.
    if fs::metadata(file).map_err(broken)?.len() > limits.bytes as u64 {
        return Ok(Err(FileFault::TooLarge));
    }
    let bytes = fs::read(file).map_err(broken)?;
    Ok(lists::read(&bytes, name, gazetteer, codes, &limits))
}

/// Takes the lists over, each centre the businesses of its own regencies.
async fn take_over(centre: &Centre, files: &[PathBuf], by: Option<&str>) -> Result<(), String> {
    let clerks = imports::clerks(centre, by)
        .await
        .map_err(|error| sentence(&error))?;
    if clerks.is_empty() {
        let who = by.map_or_else(
            || "No centre has a manager".into(),
            |contact| format!("{contact} may not import for any centre"),
        );
        return say(&format!("{who}: nothing was taken over."));
    }
    for file in files {
        let name = name_of(file)?;
        let bytes = fs::read(file)
            .map_err(|error| format!("{} cannot be read: {error}.", file.display()))?;
        for clerk in &clerks {
            let list = bytes.clone().into();
            let import = match imports::preview(centre, clerk.permit.clone(), name, list).await {
                Err(centre::Error::Refused(_)) => break,
                other => other.map_err(|error| sentence(&error))?,
            };
            match imports::apply(centre, clerk.permit.clone(), import).await {
                Ok(opened) => say(&format!(
                    "{name}: {opened} files opened at {}, in the name of {}.",
                    clerk.centre, clerk.name
                ))?,
                // No row is of this centre.
                Err(centre::Error::Refused(_)) => {}
                Err(error) => return Err(sentence(&error)),
            }
        }
    }
    Ok(())
}

#[derive(serde::Deserialize)]
struct Line {
    code: String,
    #[serde(default)]
    title: String,
}

async fn kbli(centre: &Centre, file: &std::path::Path, edition: KbliVersion) -> Result<(), String> {
    let unreadable =
        |error: &dyn std::fmt::Display| format!("{} cannot be read: {error}.", file.display());
    let text = fs::read_to_string(file).map_err(|error| unreadable(&error))?;
    let lines: Vec<Line> = if text.trim_start().starts_with('[') {
        serde_json::from_str(&text).map_err(|error| unreadable(&error))?
    } else {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Result<_, _> = reader.deserialize().collect();
        rows.map_err(|error| unreadable(&error))?
    };
    let is_line = |code: &str| code.len() == 5 && code.bytes().all(|byte| byte.is_ascii_digit());
    let codes: BTreeMap<String, String> = lines
        .into_iter()
        .filter(|line| is_line(&line.code))
        .map(|line| (line.code, line.title))
        .collect();
    if codes.is_empty() {
        return Err(format!("{} holds no five-digit codes.", file.display()));
    }
    let count = imports::import_kbli(centre, edition, codes)
        .await
        .map_err(|error| sentence(&error))?;
    say(&format!(
        "{count} business lines of KBLI {edition} are known."
    ))
}
