//! Sorting of names by language, with the browser's collation.

use catalog::order::ordered;
use js_sys::{Array, Intl, Object};
use wasm_bindgen::prelude::*;

/// Sorts by name as readers of the language expect: Chinese by pinyin or by strokes, among Latin. ASCII names have the same order in
/// every language and are already sorted, so nothing is done for them.
pub fn sort_by_name(items: &mut [u16], name: impl Fn(&u16) -> &'static str, language: &str) {
    if items.iter().all(|item| name(item).is_ascii()) {
        return;
    }
    let collator = Intl::Collator::new(&Array::of1(&language.into()), &Object::new()).compare();
    let names: Vec<(JsValue, u16)> = items.iter().map(|item| (name(item).into(), *item)).collect();
    let places = ordered(names.len(), &mut |_| 0, &mut |a, b| {
        let order = collator.call2(&JsValue::UNDEFINED, &names[a as usize].0, &names[b as usize].0);
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or_default();
        order.total_cmp(&0.0)
    });
    for (item, (_, place)) in items.iter_mut().zip(places) {
        *item = names[place as usize].1;
    }
}
