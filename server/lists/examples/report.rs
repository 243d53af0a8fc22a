//! Reports on lists in the order given: `report DATA OUT.csv LIST…`, where DATA is a folder with regencies.csv,
//! districts.csv, provinces.csv and kbli2020.json.

use std::{collections::HashMap, error::Error, fs, path::Path};

use lists::{Action, Gazetteer, Kbli, Known, Limits, Origin, Report};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, out, files @ ..] = arguments.as_slice() else {
        return Err("report DATA OUT.csv LIST…".into());
    };
    let (gazetteer, kbli) = (gazetteer(Path::new(data))?, kbli(Path::new(data))?);
    let mut report = Report::new(fs::File::create(out)?)?;
    let mut known = Known::default();
    for path in files.iter().map(Path::new) {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .ok_or("a file without a name")?;
        match lists::read(
            &fs::read(path)?,
            name,
            &gazetteer,
            &kbli,
            &Limits::default(),
        ) {
            Err(fault) => report.refused(name, fault)?,
            Ok(rows) => {
                for row in rows {
                    let origin = Origin {
                        file: name.to_owned(),
                        sheet: row.sheet.clone(),
                        row: row.row,
                    };
                    report.row(name, &row, &Action::of(&row, origin, &mut known))?;
                }
            }
        }
    }
    Ok(report.finish()?)
}

fn gazetteer(data: &Path) -> Result<Gazetteer, Box<dyn Error>> {
    let table = |name: &str, columns: &[&str]| -> Result<Vec<Vec<String>>, Box<dyn Error>> {
        let mut reader = csv::Reader::from_path(data.join(name))?;
        let rows: Result<Vec<HashMap<String, String>>, _> = reader.deserialize().collect();
        Ok(rows?
            .iter()
            .map(|row| columns.iter().map(|column| row[*column].clone()).collect())
            .collect())
    };
    let provinces: HashMap<String, String> = table("provinces.csv", &["id", "name"])?
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect();
    let regencies = table("regencies.csv", &["id", "name", "province_id"])?;
    let districts = table("districts.csv", &["id", "name", "regency_id"])?;
    Ok(Gazetteer::new(
        regencies
            .iter()
            .map(|row| [row[0].as_str(), &row[1], &row[2], &provinces[&row[2]]]),
        districts
            .iter()
            .map(|row| [row[0].as_str(), &row[1], &row[2]]),
    ))
}

/// Codes are the five-digit values of `"code"`.
fn kbli(data: &Path) -> Result<Kbli, Box<dyn Error>> {
    let text = fs::read_to_string(data.join("kbli2020.json"))?;
    let codes = text
        .split("\"code\":")
        .skip(1)
        .filter_map(|rest| rest.split('"').nth(1));
    Ok(codes
        .filter(|code| code.len() == 5)
        .map(str::to_owned)
        .collect())
}
