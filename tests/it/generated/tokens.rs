//! The custom properties that a page may set, for the files that are printed.

use sandbox_explorer::contract;

/// A custom property.
pub(super) struct Property {
    pub(super) name: String,
    /// What it paints.
    pub(super) paints: String,
    /// Its default in words.
    pub(super) default: String,
    /// Its default in CSS, if it has one.
    pub(super) css: Option<String>,
}

/// Every custom property.
pub(super) fn properties() -> Vec<Property> {
    let property = |token: contract::Token| {
        let name = [contract::PREFIX, token.name].concat();
        assert!(!token.default.is_empty(), "style/tokens.css: the comment of {name} has no default");
        let css = token.css.map(str::to_owned);
        Property { name, paints: token.paints.to_owned(), default: token.default.to_owned(), css }
    };
    contract::tokens().into_iter().map(property).collect()
}
