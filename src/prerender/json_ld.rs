//! The projects as schema.org's `ItemList`, for search engines: a script element to paste next to the
//! explorer.

use serde_json::{Map, Value, json};

use crate::model::{Date, Project};

use super::Request;

/// Prints the script element.
pub(super) fn print(request: &Request) -> Result<String, String> {
    let items: Vec<Value> = request
        .projects()
        .into_iter()
        .enumerate()
        .map(|(n, project)| json!({ "@type": "ListItem", "position": n + 1, "item": item(request, project) }))
        .collect();
    let list = with([
        ("@context", json!("https://schema.org")),
        ("@type", json!("ItemList")),
        ("name", json!(request.title())),
        ("description", json!(request.index.catalog.terms.map(|terms| request.lang.of(terms.about)))),
        ("inLanguage", json!(request.lang.tag())),
        ("numberOfItems", json!(request.scope().len())),
        ("itemListElement", json!(items)),
    ]);
    let json = serde_json::to_string_pretty(&list).map_err(|error| error.to_string())?;
    Ok(script(&json))
}

/// A project. What it does not have is left out; one without a repository need not be software.
fn item(request: &Request, project: &Project) -> Value {
    let about = [
        ("name", json!(project.name)),
        ("url", json!(project.links.website)),
        ("description", json!(request.lang.of(project.summary))),
        ("alternateName", json!(project.former_names)),
    ];
    if project.links.repository.is_empty() {
        return with([("@type", json!("Thing"))].into_iter().chain(about));
    }
    let [name, url, description, former] = about;
    with([
        ("@type", json!("SoftwareSourceCode")),
        name,
        url,
        description,
        ("codeRepository", json!(project.links.repository)),
        ("programmingLanguage", json!(project.languages)),
        ("license", licence(project.licence)),
        ("dateCreated", day(project.first_commit)),
        ("keywords", json!(project.tags)),
        former,
    ])
}

/// An object with the values that are there.
fn with<'a>(values: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let is_there = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let there = values.into_iter().filter(|(_, value)| is_there(value));
    Value::Object(there.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

/// The address of a licence that has an SPDX identifier, or what the catalog calls it.
fn licence(licence: &str) -> Value {
    let is_identifier = |c: char| c.is_ascii_alphanumeric() || "-.+".contains(c);
    match licence {
        "" => Value::Null,
        _ if licence.chars().all(is_identifier) => json!(format!("https://spdx.org/licenses/{licence}.html")),
        _ => json!({ "@type": "CreativeWork", "name": licence }),
    }
}

fn day(day: Date) -> Value {
    if day.year == 0 { Value::Null } else { json!(day.iso()) }
}

/// A script element with JSON, escaped so that no text can end the element.
fn script(json: &str) -> String {
    format!("<script type=\"application/ld+json\">\n{}\n</script>\n", json.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::script;

    /// The bundled catalog has no such text, so a test from outside would not notice.
    #[test]
    fn no_text_ends_the_script() {
        let html = script(r#""</script><!--""#);
        assert_eq!(html, "<script type=\"application/ld+json\">\n\"\\u003c/script>\\u003c!--\"\n</script>\n");
    }
}
