//! The TOC's own table of projects, `docs/projects.md` of cncf/toc until August 2023: the days of each application and vote, and the request's number.

/// A row of the table.
#[derive(PartialEq, Debug)]
pub struct Row {
    /// `Inspektor Gadget`
    pub name: String,
    /// The day of the application, if it is known.
    pub applied: Option<String>,
    /// The day of the vote, as `2023-03-07`.
    pub accepted: String,
    /// `https://github.com/cncf/sandbox/issues/7`, if the day links to it.
    pub request: Option<String>,
}

/// Reads the rows of the first table that has a column `Accepted`.
///
/// # Errors
/// If the text has no such table: the reason, in one line.
pub fn read(text: &str) -> Result<Vec<Row>, String> {
    let (mut column, mut applied_column) = (None, None);
    let mut rows = Vec::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        if column.is_none() {
            [column, applied_column] =
                ["Accepted", "Applied"].map(|name| cells.iter().position(|cell| cell.trim_matches('*') == name));
            continue;
        }
        if cells.len() < 2 {
            break;
        }
        let Some(cell) = column.and_then(|column| cells.get(column)) else { continue };
        let ((name, _), (day, address)) = (link(cells[0]), link(cell));
        if let Some(accepted) = iso(day) {
            let request = address.filter(|address| address.contains("/cncf/sandbox/issues/")).map(str::to_owned);
            let applied = applied_column.and_then(|column| iso(link(cells.get(column)?).0));
            rows.push(Row { name: name.to_owned(), applied, accepted, request });
        }
    }
    if rows.is_empty() {
        return Err("no table with a column `Accepted`; expected docs/projects.md of https://github.com/cncf/toc \
             (removed there in August 2023; the last one is of commit de413576)"
            .to_owned());
    }
    Ok(rows)
}

/// Text and address of `[text](address)`.
fn link(cell: &str) -> (&str, Option<&str>) {
    let whole = || {
        let (text, rest) = cell.strip_prefix('[')?.split_once("](")?;
        Some((text, Some(rest.strip_suffix(')')?)))
    };
    whole().unwrap_or((cell, None))
}

/// `3/7/23` and `03/07/2023` as `2023-03-07`.
fn iso(day: &str) -> Option<String> {
    let mut numbers = day.split('/').map(|part| part.trim().parse::<u32>().ok());
    let (month, day, year) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let year = if year < 100 { year + 2000 } else { year };
    Some(format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_until_the_table_ends() {
        let text = "## Projects\n\n**Project**|**Sponsor**|**Applied**|**Accepted**|**Maturity Level**\n:-:|:-:|:-:|:-:|:-:\n\
            [Kubernetes](https://kubernetes.io/)|A|N/A|[3/10/16](https://cncf.io/x)|Graduated\n\
            [Eraser](https://github.com/Azure/eraser)| TOC Vote | [1/6/2023](https://x.y) |[06/21/2023](https://github.com/cncf/sandbox/issues/24)| Sandbox\n\
            \n## Graduated\n[Helm](x)|A|B|[1/1/20](y)|Graduated\n";
        let row = |name: &str, applied: Option<&str>, accepted: &str, request: Option<&str>| Row {
            name: name.to_owned(),
            applied: applied.map(str::to_owned),
            accepted: accepted.to_owned(),
            request: request.map(str::to_owned),
        };
        let expected = [
            row("Kubernetes", None, "2016-03-10", None),
            row("Eraser", Some("2023-01-06"), "2023-06-21", Some("https://github.com/cncf/sandbox/issues/24")),
        ];
        assert_eq!(read(text).unwrap(), expected);
        assert!(read("# Nothing\n").unwrap_err().contains("docs/projects.md"));
    }
}
