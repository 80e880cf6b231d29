//! How the hosts write attributes: as HTML, as the words of a shortcode, as JSX, as props, as the query of an address.

use sandbox_explorer::options::{Attribute, Kind, OPTIONS};

/// A way to write attributes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Syntax {
    /// `scope="part=4" without-tabs`
    Html,
    /// `data-scope="part=4" data-without-tabs`: the `<div>` form.
    Data,
    /// `scope="part=4" without-tabs=""`: a shortcode escapes the values itself, and needs one.
    Shortcode,
    /// `'scope="part=4" without-tabs'`: HTML in one quoted word.
    Quoted,
    /// The shortcode of WordPress, in square brackets.
    Bracketed,
    /// `scope="part=4" heading-level={2} without-tabs`
    Jsx,
    /// `scope="part=4" :heading-level="2" without-tabs`
    Vue,
    /// The props of the Leptos component: `scope="part=4" heading_level=2 without_tabs=true`
    Leptos,
    /// `?scope=part%3D4&amp;without-tabs=`, in an attribute.
    Query,
}

impl Syntax {
    /// Whether an attribute can be written. Whoever may only write data attributes, a shortcode or the address of a frame must not say
    /// where something is loaded from.
    pub(crate) fn takes(self, attribute: &Attribute) -> bool {
        let is_option = OPTIONS.iter().any(|option| option.name == attribute.name);
        match self {
            Syntax::Leptos => is_option,
            _ => self.takes_addresses() || attribute.kind != Kind::Address,
        }
    }

    /// Whether it may be said where something is loaded from.
    pub(crate) fn takes_addresses(self) -> bool {
        !matches!(self, Syntax::Data | Syntax::Bracketed | Syntax::Query)
    }

    /// Writes attributes, with what is between them and the name of the tag.
    pub(crate) fn write<'a>(self, attributes: impl Iterator<Item = (&'static Attribute, &'a str)>) -> String {
        let all: Vec<String> = attributes.map(|(attribute, value)| self.one(attribute, value)).collect();
        match self {
            _ if all.is_empty() => String::new(),
            Syntax::Query => format!("?{}", all.join("&amp;")),
            Syntax::Quoted => format!(" '{}'", all.join(" ")),
            _ => format!(" {}", all.join(" ")),
        }
    }

    fn one(self, attribute: &Attribute, value: &str) -> String {
        let name = attribute.name;
        let is_flag = attribute.kind == Kind::Flag;
        match self {
            Syntax::Html | Syntax::Quoted | Syntax::Jsx | Syntax::Vue if is_flag => name.to_owned(),
            Syntax::Data if is_flag => format!("data-{name}"),
            Syntax::Shortcode if is_flag => format!("{name}=\"\""),
            Syntax::Bracketed if is_flag => name.to_owned(),
            Syntax::Query if is_flag => format!("{name}="),
            Syntax::Html => format!("{name}=\"{}\"", escaped(value)),
            Syntax::Data => format!("data-{name}=\"{}\"", escaped(value)),
            // Nothing here is special between quotation marks, and a value has none.
            Syntax::Shortcode => format!("{name}=\"{value}\""),
            Syntax::Quoted => format!("{name}=\"{}\"", escaped(value).replace('\'', "&#39;")),
            Syntax::Bracketed => {
                format!("{name}=\"{}\"", escaped(value).replace('[', "&#091;").replace(']', "&#093;"))
            }
            Syntax::Jsx if attribute.kind == Kind::Number => format!("{name}={{{value}}}"),
            Syntax::Vue if attribute.kind == Kind::Number => format!(":{name}=\"{value}\""),
            // Braces would be an expression in Svelte.
            Syntax::Jsx | Syntax::Vue => {
                format!("{name}=\"{}\"", escaped(value).replace('{', "&#123;").replace('}', "&#125;"))
            }
            Syntax::Leptos => format!("{}={}", name.replace('-', "_"), rust(attribute, value)),
            Syntax::Query => format!("{name}={}", percent(value)),
        }
    }
}

/// A value as Rust.
fn rust(attribute: &Attribute, value: &str) -> String {
    match (attribute.kind, attribute.name) {
        (Kind::Flag, _) => "true".to_owned(),
        (Kind::Number, _) => value.to_owned(),
        (Kind::Choice, name) => format!("sandbox_explorer::{}::{}", capital(name), capital(value)),
        (_, "published") => match value.split('-').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>()[..] {
            [year, month, day] => {
                let date = format!("sandbox_explorer::Date {{ year: {year}, month: {month}, day: {day} }}");
                format!("{{sandbox_explorer::Published::On({date})}}")
            }
            _ => "sandbox_explorer::Published::Unsaid".to_owned(),
        },
        _ => format!("{value:?}"),
    }
}

/// `auto` as `Auto`: the values of a choice and the enums of the library have the same names.
fn capital(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

/// Escapes a text for an attribute in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Escapes a value for the query of an address.
pub(crate) fn percent(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => text.push(byte as char),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}
