//! `cargo xtask refresh`: reads files and addresses, prints a table or writes changed files. The library makes the decisions.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Parser;
use refresh::catalog::{self, Files};
use refresh::{apply, compare, landscape, select, table, toc};

const LONG: &str = "\
Compares every field that the CNCF landscape has with data/projects/*.toml, by meaning, and prints what is different: project, field, our
value, theirs, the sources of both, and what --apply would do. A difference that a [[disputes]] entry records is not printed. Nothing is
written without --apply.

Compared by meaning: of addresses neither http or https, www., the default port, a slash at the end, .git, nor the case of the host count, and
on GitHub and GitLab not the case of the path; of names neither case, spaces nor punctuation.";

const AFTER: &str = "\
FIELDS
  name             name
  maturity         project, extra.incubating, extra.graduated, extra.archived
  accepted         extra.accepted
  history          extra.archived of a project that is not archived
  category         the place in the file
  repository       repo_url
  website          homepage_url
  docs             extra.documentation_url
  devstats         extra.dev_stats_url
  chat             extra.slack_url with extra.chat_channel, extra.discord_url, extra.gitter_url
  best_practices   url_for_bestpractices, where it is a badge
  entry            whether the project is listed, and once; cannot be applied
  applied          (--toc) Applied
  sandbox_request  (--toc) the link of Accepted
  A value that the landscape no longer has counts as different if the landscape is our source of it. A field that no file of
  data/projects/ has is not compared. Descriptions, logos, accounts and companies are not in data/.

APPLYING
  take     their value is written with its source and day. Names and repositories get a dispute with `changed_after`, by which older posts
           say \"renamed\" or \"moved since this post\"; a former name goes to `former_names`. If ours was from an article, the article's
           value becomes a dispute.
  dispute  ours stays, and the disagreement is written as a dispute. The choice where ours is from a repository, an issue thread or the TOC.
  settle   they have come round to our value: the dispute says that they said something else until then.
  by hand  the reason is in the table.
  --apply also writes the day of the landscape (--as-of) to data/sources.toml and to `maturity.as_of` of the projects it changes. Comments
  and order stay. Run `cargo build` afterwards: it checks all of data/.

EXIT STATUS
  0  no difference; or --apply has written what it names (also if there was nothing left to write)
  1  differences were found
  2  an argument, a file, an address or data/ cannot be used; nothing was written

EXAMPLES
  cargo xtask refresh --landscape ../landscape/landscape.yml
  cargo xtask refresh --landscape https://raw.githubusercontent.com/cncf/landscape/master/landscape.yml
  cargo xtask refresh --landscape landscape.yml --as-of 2026-11-20 --apply all
  cargo xtask refresh --landscape landscape.yml --apply kmesh.maturity,slimtoolkit.repository=dispute
  git -C toc show de413576:docs/projects.md > /tmp/toc.md; cargo xtask refresh --toc /tmp/toc.md";

/// Compare data/ with the CNCF landscape, and write what is accepted
#[derive(Parser)]
#[command(name = "cargo xtask refresh", bin_name = "cargo xtask refresh", long_about = LONG, after_long_help = AFTER)]
struct Arguments {
    /// The landscape: a file, or an http(s) address of the file itself
    #[arg(long, value_name = "FILE|ADDRESS", required_unless_present = "toc")]
    landscape: Option<String>,

    /// The TOC's table of projects: docs/projects.md of cncf/toc. It was removed in August 2023, so it knows the day of the vote and the
    /// request of what entered in the first half of 2023
    #[arg(long, value_name = "FILE|ADDRESS")]
    toc: Option<String>,

    /// What to write: `all` (also without a value), or a list of projects (`kmesh`) and fields (`kmesh.repository`), separated by commas. `=take` or `=dispute`
    /// behind a word overrules the column --apply of the table; the last word about a field counts
    #[arg(long, value_name = "WHAT", value_delimiter = ',', num_args = 0..=1, default_missing_value = "all")]
    apply: Vec<String>,

    /// The day whose state the landscape shows, written with what is applied [default: today, in UTC]
    #[arg(long, value_name = "DAY")]
    as_of: Option<String>,

    /// The data directory [default: data/ of the project]
    #[arg(long, value_name = "DIRECTORY")]
    data: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok((text, code)) => {
            // If the reader closes the pipe early, that is no error.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::from(code)
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> Result<(String, u8), String> {
    let project = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let data = arguments.data.clone().unwrap_or_else(project);
    let files = read_files(&data)?;
    let catalog = catalog::read(&files).map_err(|error| format!("{}: {error}", data.display()))?;
    let mut differences = Vec::new();
    let mut last = String::new();
    if let Some(source) = &arguments.landscape {
        let landscape = read(source)
            .and_then(|text| landscape::read(&text))
            .map_err(|error| format!("--landscape {source}: {error}"))?;
        let found = compare::with_landscape(&catalog, &landscape);
        let (from, to) = &catalog.window;
        last = format!(
            "{} other CNCF projects of the landscape are outside the series, which has those that entered the Sandbox from {from} to {to}.\n",
            found.outside
        );
        differences.extend(found.differences);
    }
    if let Some(source) = &arguments.toc {
        let rows =
            read(source).and_then(|text| toc::read(&text)).map_err(|error| format!("--toc {source}: {error}"))?;
        let found = compare::with_toc(&catalog, &rows);
        last += &format!("{} rows of the TOC's table are of projects outside the series.\n", found.outside);
        differences.extend(found.differences);
    }
    let mut text = String::new();
    match differences.len() {
        0 => text += "No difference that is not a recorded dispute.\n",
        n => {
            text += &table::table(&differences);
            text += &format!(
                "\n{n} {} not recorded as a dispute.\n",
                if n == 1 { "difference is" } else { "differences are" }
            );
        }
    }
    text += &last;
    if arguments.apply.is_empty() {
        return Ok((text, u8::from(!differences.is_empty())));
    }
    let (accepted, left) = select::select(&catalog, &differences, &arguments.apply)?;
    let as_of = arguments.as_of.clone().unwrap_or_else(today);
    let changed = apply::apply(&files, &accepted, &differences, &as_of)?;
    for (name, content) in &changed {
        let path = data.join(name);
        fs::write(&path, content).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    text.push('\n');
    for difference in &left {
        text += &format!("left: {}.{} (by hand)\n", difference.project, difference.field);
    }
    for name in changed.keys() {
        text += &format!("written: {name}\n");
    }
    text += match changed.is_empty() {
        true => "Nothing to write.\n",
        false => "Now run `cargo build`: it checks data/.\n",
    };
    Ok((text, 0))
}

/// All `.toml` files of the data directory.
fn read_files(data: &Path) -> Result<Files, String> {
    let mut files = Files::new();
    for below in ["", "projects"] {
        let directory = data.join(below);
        let error = |error| format!("{}: {error}; expected a directory such as data/", directory.display());
        for entry in fs::read_dir(&directory).map_err(error)? {
            let path = entry.map_err(error)?.path();
            if path.extension().is_some_and(|ending| ending == "toml") {
                let name =
                    Path::new(below).join(path.file_name().unwrap_or_default()).to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
                files.insert(name, text);
            }
        }
    }
    Ok(files)
}

/// The text of a file, or the response of an address.
fn read(source: &str) -> Result<String, String> {
    const MOST: u64 = 64 << 20;
    if !(source.starts_with("http://") || source.starts_with("https://")) {
        return fs::read_to_string(source)
            .map_err(|error| format!("{error}; expected a readable file in UTF-8, or an http(s) address"));
    }
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(60))).build().into();
    let answer = agent.get(source).call().map_err(|error| {
        format!("{error}; expected the file itself, such as https://raw.githubusercontent.com/cncf/landscape/master/landscape.yml")
    })?;
    let mut text = String::new();
    let mut body = answer.into_body().into_with_config().limit(MOST).reader();
    body.read_to_string(&mut text).map_err(|error| error.to_string())?;
    Ok(text)
}

/// Today in UTC, as `2026-11-27`.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    // The date from the number of days, by Howard Hinnant's `civil_from_days`, in which years begin in March.
    let days = seconds / 86_400 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, year) = if month < 10 { (month + 3, year + era * 400) } else { (month - 9, year + era * 400 + 1) };
    format!("{year}-{month:02}-{day:02}")
}
