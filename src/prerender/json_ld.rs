//! The projects as schema.org's `ItemList`, for search engines: a script element to paste next to the
//! explorer.

use serde_json::{Value, json};

use super::Request;

/// Prints the script element.
pub(super) fn print(request: &Request) -> Result<String, String> {
    let items: Vec<Value> = request
        .projects()
        .into_iter()
        .enumerate()
        .map(|(n, project)| {
            let mut item = json!({
                "@type": "SoftwareSourceCode",
                "name": project.name,
                "url": project.links.website,
                "description": request.lang.of(project.summary),
                "codeRepository": project.links.repository,
                "programmingLanguage": project.languages,
                "license": format!("https://spdx.org/licenses/{}.html", project.licence),
                "dateCreated": project.first_commit.iso(),
                "keywords": project.tags,
            });
            if !project.former_names.is_empty() {
                item["alternateName"] = json!(project.former_names);
            }
            json!({ "@type": "ListItem", "position": n + 1, "item": item })
        })
        .collect();
    let list = json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": request.lang.messages().explorer,
        "inLanguage": request.lang.tag(),
        "numberOfItems": items.len(),
        "itemListElement": items,
    });
    let json = serde_json::to_string_pretty(&list).map_err(|error| error.to_string())?;
    Ok(script(&json))
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
