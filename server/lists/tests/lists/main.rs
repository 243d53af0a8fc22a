//! What lists say, as their readers see it: files in, rows out.

mod columns;
mod duplicates;
mod places;
mod properties;
mod refusals;
mod report;
mod rows;
mod village;
mod workbooks;
