//! The program of the standalone page that runs in a Web Worker (`page/worker.js`), so that a long list blocks nobody: the library of
//! `sandbox-explorer import`, and that of “Check my page”. Bytes and texts go in, plain data come out. It asks for nothing by itself.

use sandbox_explorer_check as check;
use sandbox_explorer_import::{Format, Imported, Options, decode, import_with};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

fn main() {}

/// How a list is to be read; everything may be absent or empty.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    format: String,
    title: String,
    one: String,
    many: String,
    as_of: String,
    logos: String,
    map: String,
}

impl Wanted {
    fn options(self, name: &str) -> Result<Options, String> {
        let given = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let item = match (given(self.one), given(self.many)) {
            (Some(one), Some(many)) => Some((one, many)),
            (None, None) => None,
            (one, many) => {
                return Err(format!("item: {one:?}, {many:?}: expected both names, such as tool and tools"));
            }
        };
        Ok(Options {
            format: Format::named(&self.format),
            name: name.to_owned(),
            logos: given(self.logos),
            map: self.map.lines().filter(|line| !line.trim().is_empty()).map(mapped).collect::<Result<_, _>>()?,
            title: given(self.title),
            item,
            as_of: given(self.as_of),
        })
    }
}

/// A line `COLUMN=TARGET`, as the command has it.
fn mapped(line: &str) -> Result<(String, String), String> {
    let pair = line.rsplit_once('=').map(|(column, target)| (column.trim().to_owned(), target.trim().to_owned()));
    pair.ok_or_else(|| format!("map: {line:?} is not of the form COLUMN=TARGET"))
}

/// What is told about a list that was read.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    format: &'static str,
    entries: usize,
    categories: usize,
    /// Lines, as the command prints them.
    skipped: Vec<String>,
    left_out: Vec<(String, usize, usize)>,
    has_logos: bool,
}

/// Reads a list.
///
/// `tell` is called with a line, the number of lines and the number of entries. Returns `[told, catalog.json as bytes, preview]`; the preview
/// is the catalog without logos, whose hosts would learn of it, or nothing if it has none.
///
/// # Errors
/// The reason as a text, if the list is refused.
#[wasm_bindgen]
pub fn import_list(
    bytes: Vec<u8>,
    name: &str,
    wanted: JsValue,
    tell: &js_sys::Function,
) -> Result<js_sys::Array, JsValue> {
    let imported = imported(bytes, name, wanted, tell).map_err(|why| JsValue::from_str(&why))?;
    let json = imported.json();
    let preview = imported.json_without_logos();
    let told = Told {
        format: imported.format.name(),
        entries: imported.n_projects(),
        categories: imported.n_categories(),
        skipped: imported.skipped.iter().map(ToString::to_string).collect(),
        left_out: imported.left_out.iter().map(|it| (it.what.clone(), it.count, it.line)).collect(),
        has_logos: preview.is_some(),
    };
    let told = serde_wasm_bindgen::to_value(&told)?;
    let bytes = js_sys::Uint8Array::from(json.as_bytes());
    let preview = preview.as_deref().unwrap_or(&json);
    Ok([told, bytes.into(), JsValue::from_str(preview)].into_iter().collect())
}

fn imported(bytes: Vec<u8>, name: &str, wanted: JsValue, tell: &js_sys::Function) -> Result<Imported, String> {
    let wanted: Wanted = serde_wasm_bindgen::from_value(wanted).map_err(|error| error.to_string())?;
    let options = wanted.options(name)?;
    let text = decode(bytes).map_err(|refused| refused.to_string())?;
    let mut at = |progress: sandbox_explorer_import::Progress| {
        let [line, of, entries] = [progress.line, progress.of, progress.entries].map(JsValue::from);
        // Who does not listen any more loses nothing.
        _ = tell.call3(&JsValue::NULL, &line, &of, &entries);
    };
    import_with(&text, &options, &mut at).map_err(|refused| refused.to_string())
}

/// The most bytes of a list.
#[wasm_bindgen]
#[must_use]
pub fn most() -> f64 {
    sandbox_explorer_import::MOST as f64
}

/// A finding about a page, with the texts of its row in English, simplified and traditional Chinese.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    line: usize,
    id: &'static str,
    detail: String,
    is_certain: bool,
    what: [&'static str; 3],
    remedy: [&'static str; 3],
}

fn told(finding: check::Finding) -> Option<Finding> {
    let check::Finding { line, id, detail, is_certain } = finding;
    let row = check::Trouble::of(id)?;
    let [what, remedy] = [row.what, row.remedy].map(|text| [text.en, text.zh, text.zh_hant]);
    Some(Finding { line, id, detail, is_certain, what, remedy })
}

/// Checks a page. `pasted` may be empty; `hashes` is the content of `integrity.json`, or nothing.
///
/// # Errors
/// If `hashes` has another form.
#[wasm_bindgen]
pub fn check_page(html: &str, pasted: &str, hashes: JsValue) -> Result<JsValue, JsValue> {
    let hashes: Option<std::collections::BTreeMap<String, String>> = serde_wasm_bindgen::from_value(hashes)?;
    let hashes: Vec<(String, String)> = hashes.unwrap_or_default().into_iter().collect();
    let found = check::check(&check::Page { html, pasted, hashes: &hashes });
    let found: Vec<Finding> = found.into_iter().filter_map(told).collect();
    Ok(serde_wasm_bindgen::to_value(&found)?)
}
