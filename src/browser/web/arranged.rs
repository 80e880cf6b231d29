//! A list whose items are made once, then hidden, shown and moved.

use super::Element;

/// Which items of a list exist, and which of them are visible.
#[derive(Debug)]
pub struct Arranged {
    list: Element,
    items: Vec<Option<Element>>,
    visible: Vec<bool>,
}

impl Arranged {
    /// An empty list that may come to hold so many items.
    #[must_use]
    pub fn new(list: Element, n_items: usize) -> Arranged {
        Arranged { list, items: vec![None; n_items], visible: vec![false; n_items] }
    }

    /// Shows exactly these items, in this order, and hides the others. `make` makes one that does not exist yet. Touches only
    /// what changes: hiding sets an attribute, and an item moves only when it stands in the wrong place.
    pub fn arrange(&mut self, shown: &[u16], make: &dyn Fn(u16) -> Element) {
        // Numbers of another catalog: it is on its way, and this list on its way out.
        if shown.iter().any(|&number| usize::from(number) >= self.items.len()) {
            return;
        }
        let mut wanted = vec![false; self.items.len()];
        shown.iter().for_each(|&number| wanted[usize::from(number)] = true);
        for (number, item) in self.items.iter().enumerate() {
            if let (Some(item), false, true) = (item, wanted[number], self.visible[number]) {
                item.set_attr("hidden", Some(""));
            }
        }
        // Where the next item belongs; hidden ones in between are stepped over, not moved.
        let list = &self.list.0;
        let mut place = list.first_element_child();
        for &number in shown {
            let is_new = self.items[usize::from(number)].is_none();
            let item = self.items[usize::from(number)].get_or_insert_with(|| make(number));
            if !is_new && !self.visible[usize::from(number)] {
                item.set_attr("hidden", None);
            }
            while let Some(other) = &place {
                if *other == item.0 || !other.has_attribute("hidden") {
                    break;
                }
                place = other.next_element_sibling();
            }
            if place.as_ref() == Some(&item.0) {
                place = item.0.next_element_sibling();
            } else {
                _ = list.insert_before(&item.0, place.as_deref());
            }
        }
        self.visible = wanted;
    }
}
