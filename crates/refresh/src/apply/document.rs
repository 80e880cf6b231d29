//! Values at their places in a TOML document: a value that was there is replaced and its comment stays, and a new key is
//! inserted by the order of our files.

use toml_edit::{Array, Datetime, DocumentMut, Item, Table, Value};

/// Keys of `[links]` and `[sources]`, in the order of our files; a new key is inserted at its position.
pub(super) const ORDER: [&str; 20] = [
    "category",
    "website",
    "repository",
    "docs",
    "licence",
    "languages",
    "owner",
    "region",
    "first_commit",
    "accepted",
    "sandbox_request",
    "onboarding",
    "onboarding_other",
    "devstats",
    "features",
    "applied",
    "former_repositories",
    "adopters",
    "best_practices",
    "chat",
];

/// Sets the value at a path of keys; a comment after it is kept.
pub(super) fn put(document: &mut DocumentMut, path: &[&str], mut value: Value) {
    let (last, tables) = path.split_last().expect("a path has a key");
    let mut table = document.as_table_mut();
    for key in tables {
        let Some(inner) = table.get_mut(key).and_then(Item::as_table_mut) else { return };
        table = inner;
    }
    match table.get_mut(last).and_then(Item::as_value_mut) {
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => insert(table, last, value, &ORDER),
    }
}

/// Adds our value to the former ones, and removes theirs from them.
pub(super) fn put_former(
    document: &mut DocumentMut,
    key: &str,
    ours: &str,
    theirs: &str,
    same: fn(&str, &str) -> bool,
) {
    let Some(list) = document.get_mut(key).and_then(Item::as_array_mut) else {
        let list: Array = [ours].into_iter().collect();
        let order = ["id", "name", "former_names", "former_repositories"];
        insert(document.as_table_mut(), key, list.into(), &order);
        return;
    };
    list.retain(|former| former.as_str().is_none_or(|former| !same(former, theirs)));
    if list.iter().all(|former| former.as_str().is_none_or(|former| !same(former, ours))) {
        list.push(ours);
    }
    list.fmt();
}

/// Inserts a key into a table by an order of keys: after the last key that comes before it.
pub(super) fn insert(table: &mut Table, key: &str, value: Value, order: &[&str]) {
    let rank = |key: &str| order.iter().position(|known| *known == key);
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    let after = keys.iter().rposition(|other| rank(other).is_some_and(|other| Some(other) < rank(key)));
    let after = after.map_or(keys.len(), |at| at + 1);
    table.insert(key, Item::Value(value));
    let place = |it: &str| match keys.iter().position(|key| key == it) {
        Some(at) => at * 2 + 1,
        None => after * 2,
    };
    table.sort_values_by(|one, _, other, _| place(one.get()).cmp(&place(other.get())));
}

/// A date for a day; a text for a month or year, because TOML has no such dates.
pub(super) fn date(text: &str) -> Value {
    match text.parse::<Datetime>() {
        Ok(day) if text.len() == 10 => day.into(),
        _ => text.into(),
    }
}
