//! A list whose items are created once, then hidden, shown and moved. In a long list only those near the viewport exist
//! ([`Pieces`]).

use std::cell::Cell;

use super::Element;
use super::pieces::Pieces;
use crate::dom::Items;

/// Puts the children of a list in order, one after the other. A child that is already in its place is not touched; hidden ones in
/// between are skipped.
pub(super) struct Order<'a> {
    list: &'a web_sys::Element,
    /// The element at the position of the next child.
    place: Option<web_sys::Element>,
}

impl Order<'_> {
    pub(super) fn of(list: &Element) -> Order<'_> {
        Order { list: &list.0, place: list.0.first_element_child() }
    }

    /// Whether this child is in the place of the next one; it is then passed.
    pub(super) fn passes(&mut self, child: &Element) -> bool {
        let is_here = self.place.as_ref() == Some(&child.0);
        if is_here {
            self.place = child.0.next_element_sibling();
        }
        is_here
    }

    pub(super) fn put(&mut self, next: &Element) {
        while let Some(other) = &self.place {
            if *other == next.0 || !other.has_attribute("hidden") {
                break;
            }
            self.place = other.next_element_sibling();
        }
        if self.place.as_ref() == Some(&next.0) {
            self.place = next.0.next_element_sibling();
        } else {
            _ = self.list.insert_before(&next.0, self.place.as_deref());
        }
    }
}

/// Which items of a list exist, and which of them are visible.
pub struct Arranged {
    list: Element,
    items: Vec<Option<Element>>,
    visible: Vec<bool>,
    make: Option<Items>,
    long: Option<Box<dyn LongList>>,
}

/// A list of which only the items near the viewport exist.
pub(super) trait LongList {
    /// Shows exactly these items, in this order; the first `ready` ones exist at once.
    fn arrange(&self, shown: &[u16], ready: usize);
}

type MakeLong = fn(Element, Items) -> Box<dyn LongList>;

thread_local! {
    static LONG: Cell<Option<MakeLong>> = const { Cell::new(None) };
}

/// From now on, long lists have only the items near the viewport. To be called where large catalogs are read: the bundled one is not,
/// so the program of the element has this code in the chunk that reads catalogs.
pub fn expect_long_lists() {
    LONG.set(Some(|list, items| Box::new(Pieces::new(list, items))));
}

impl Arranged {
    /// An empty list.
    #[must_use]
    pub fn new(list: Element, items: Items) -> Arranged {
        let n_items = items.n_items;
        let (made, visible) = (vec![None; n_items], vec![false; n_items]);
        match LONG.get().filter(|_| items.is_long) {
            Some(make_long) => {
                let long = Some(make_long(list.clone(), items));
                Arranged { list, items: made, visible, make: None, long }
            }
            None => Arranged { list, items: made, visible, make: Some(items), long: None },
        }
    }

    /// Shows exactly these items, in this order, and hides the others; creates the first `ready` of them at once. Touches only what
    /// changes: hiding sets an attribute, and an item moves only if it is in the wrong place.
    pub fn arrange(&mut self, shown: &[u16], ready: usize) {
        // Numbers of another catalog, which is being loaded; this list is about to be replaced.
        if shown.iter().any(|&number| usize::from(number) >= self.items.len()) {
            return;
        }
        if let Some(long) = &self.long {
            long.arrange(shown, ready);
        }
        let Some(Items { make, .. }) = &self.make else { return };
        let shown = &shown[..ready.min(shown.len())];
        let mut wanted = vec![false; self.items.len()];
        shown.iter().for_each(|&number| wanted[usize::from(number)] = true);
        for (number, item) in self.items.iter().enumerate() {
            if let (Some(item), false, true) = (item, wanted[number], self.visible[number]) {
                item.set_attr("hidden", Some(""));
            }
        }
        let mut order = Order::of(&self.list);
        for &number in shown {
            let is_new = self.items[usize::from(number)].is_none();
            let item = self.items[usize::from(number)].get_or_insert_with(|| make(number));
            if !is_new && !self.visible[usize::from(number)] {
                item.set_attr("hidden", None);
            }
            order.put(item);
        }
        self.visible = wanted;
    }
}
