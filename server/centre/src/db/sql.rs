//! Queries whose conditions are chosen by the reader (filters, scopes): text from the code, values always bound.

use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Scope;
use sqlx::{AssertSqlSafe, FromRow, postgres::PgRow, sqlite::SqliteRow};
use uuid::Uuid;

use super::Conn;
use crate::Result;

/// A value to bind.
#[derive(Clone, Debug)]
enum Bind {
    Uuid(Uuid),
    Text(String),
    Int(i64),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
}

macro_rules! binds {
    ($($from:ty => $variant:ident: $to:expr),* $(,)?) => {$(
        impl From<$from> for BindValue {
            fn from(value: $from) -> Self { Self(Bind::$variant($to(value))) }
        }
    )*};
}

/// Anything [`Sql::bind`] takes.
#[derive(Clone, Debug)]
pub struct BindValue(Bind);

binds! {
    Uuid => Uuid: |v| v,
    &str => Text: str::to_owned,
    String => Text: |v| v,
    i64 => Int: |v| v,
    NaiveDate => Day: |v| v,
    DateTime<Utc> => Moment: |v| v,
    domain::ids::PersonId => Uuid: |v: domain::ids::PersonId| v.0,
    domain::ids::CentreId => Uuid: |v: domain::ids::CentreId| v.0,
    domain::ids::BusinessId => Uuid: |v: domain::ids::BusinessId| v.0,
    domain::ids::ProductId => Uuid: |v: domain::ids::ProductId| v.0,
    domain::ids::ImportId => Uuid: |v: domain::ids::ImportId| v.0,
    domain::ids::ImportRowId => Uuid: |v: domain::ids::ImportRowId| v.0,
    domain::ids::MediaId => Uuid: |v: domain::ids::MediaId| v.0,
}

/// A query under construction.
#[derive(Clone, Debug)]
pub struct Sql {
    text: String,
    binds: Vec<Bind>,
}

impl Sql {
    /// Begins with a text from the code; never with anything a person typed.
    pub fn new(text: &'static str) -> Self {
        Self {
            text: text.to_owned(),
            binds: Vec::new(),
        }
    }

    /// Adds text from the code.
    pub fn push(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a value.
    pub fn bind(&mut self, value: impl Into<BindValue>) -> &mut Self {
        self.binds.push(value.into().0);
        self.text.push('$');
        self.text.push_str(&self.binds.len().to_string());
        self
    }

    /// Adds `(a, b, c)`; an empty list matches nothing.
    pub fn list<V: Into<BindValue>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.push("(");
        let mut first = true;
        for value in values {
            if !first {
                self.push(", ");
            }
            first = false;
            self.bind(value);
        }
        if first {
            self.push("NULL");
        }
        self.push(")")
    }

    /// Adds the condition that a row lies within a scope. The columns are given as text of the code.
    pub fn within(
        &mut self,
        scope: &Scope,
        owner: &'static str,
        centre: &'static str,
    ) -> &mut Self {
        if scope.nation {
            return self.push("1 = 1");
        }
        self.push("(1 = 0");
        if let Some(person) = scope.own {
            self.push(" OR ").push(owner).push(" = ").bind(person);
        }
        if !scope.centres.is_empty() {
            self.push(" OR ")
                .push(centre)
                .push(" IN ")
                .list(scope.centres.iter().copied());
        }
        if !scope.provinces.is_empty() {
            self.push(" OR ")
                .push(centre)
                .push(" IN (SELECT id FROM centres WHERE province_code IN ");
            self.list(scope.provinces.iter().map(|code| code.0.clone()))
                .push(")");
        }
        self.push(")")
    }

    /// Every row.
    pub async fn all<T>(&self, conn: &mut Conn) -> Result<Vec<T>>
    where
        T: for<'r> FromRow<'r, SqliteRow> + for<'r> FromRow<'r, PgRow> + Send + Unpin,
    {
        macro_rules! run {
            ($c:expr) => {{
                let mut query = sqlx::query_as(AssertSqlSafe(self.text.as_str()));
                for bind in &self.binds {
                    query = match bind {
                        Bind::Uuid(v) => query.bind(*v),
                        Bind::Text(v) => query.bind(v.as_str()),
                        Bind::Int(v) => query.bind(*v),
                        Bind::Day(v) => query.bind(*v),
                        Bind::Moment(v) => query.bind(*v),
                    };
                }
                query.fetch_all(&mut **$c).await
            }};
        }
        Ok(match conn.reading() {
            Conn::Sqlite(c) => run!(c)?,
            Conn::Postgres(c) => run!(c)?,
        })
    }
}
