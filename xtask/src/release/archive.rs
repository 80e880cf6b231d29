//! Zip archives that depend on nothing but their content and one time: files in the order of their names, without owners or the times
//! of the disk.

use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The content of an archive: paths with `/`, and bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// All files of a directory, their paths below `prefix`.
pub(crate) fn directory(directory: &Path, prefix: &str) -> Result<Files> {
    let mut found = Files::new();
    for entry in fs::read_dir(directory).with_context(|| format!("cannot read {}", directory.display()))? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        match entry.file_type()?.is_dir() {
            true => found.extend(self::directory(&entry.path(), &format!("{name}/"))?),
            false => drop(found.insert(name, fs::read(entry.path())?)),
        }
    }
    Ok(found)
}

/// An archive of the files, in a directory of this name, all of the time `epoch` (seconds since 1970).
pub(crate) fn zip(name: &str, files: &Files, epoch: i64) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(time(epoch)?)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(format!("{name}/{path}"), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The files of an archive, whose paths must all be below its one directory.
pub(crate) fn unzip(name: &str, bytes: &[u8]) -> Result<Files> {
    let mut zip = ZipArchive::new(Cursor::new(bytes))?;
    let mut found = Files::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n)?;
        let path = file.name()?.into_owned();
        let inside = path.strip_prefix(&format!("{name}/"));
        let path = inside.with_context(|| format!("{path} is not in {name}/"))?.to_owned();
        ensure!(file.enclosed_name().is_some(), "{path} would be written elsewhere");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        found.insert(path, bytes);
    }
    Ok(found)
}

/// A time in UTC as zip archives store it: to two seconds, from 1980 on.
fn time(epoch: i64) -> Result<DateTime> {
    let (year, month, day) = civil(epoch.div_euclid(86_400));
    let second = epoch.rem_euclid(86_400);
    let part = |value: i64| u8::try_from(value).unwrap_or_default();
    let year = u16::try_from(year).context("a year")?;
    let [hour, minute, second] = [second / 3600, second / 60 % 60, second % 60].map(part);
    DateTime::from_date_and_time(year, part(month), part(day), hour, minute, second)
        .map_err(|error| anyhow::anyhow!("{epoch} is no time of a zip archive: {error}"))
}

/// A time as `2026-11-28T09:41:18Z`.
pub(crate) fn iso(epoch: i64) -> String {
    let (year, month, day) = civil(epoch.div_euclid(86_400));
    let second = epoch.rem_euclid(86_400);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Year, month and day of a number of days since 1970-01-01: Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_calendar() {
        assert_eq!(iso(0), "1970-01-01T00:00:00Z");
        assert_eq!(iso(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(iso(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(iso(1_795_858_878), "2026-11-28T09:41:18Z");
    }

    #[test]
    fn an_archive_holds_what_was_put_in_and_is_the_same_again() {
        let files: Files = [("b/c.txt".to_owned(), b"x".repeat(5000)), ("a.txt".to_owned(), b"a".to_vec())].into();
        let archive = zip("dir", &files, 1_795_858_878).unwrap();
        assert_eq!(unzip("dir", &archive).unwrap(), files);
        assert_eq!(zip("dir", &files, 1_795_858_878).unwrap(), archive);
        assert_ne!(zip("dir", &files, 1_795_858_878 + 60).unwrap(), archive);
        assert!(unzip("other", &archive).is_err());
        assert!(archive.len() < 1000, "it is compressed");
    }
}
