//! The items of a long list that are rendered. One that leaves becomes one that comes, where that is possible.

use std::collections::VecDeque;

use super::Element;
use super::arranged::Order;
use crate::dom::Items;

struct Item {
    element: Element,
    /// Whether it is rendered even outside the viewport.
    is_forced: bool,
}

pub(super) struct Rendered {
    made: Vec<Option<Item>>,
    /// The numbers of the items, in the order of the list.
    laid: Vec<u16>,
}

impl Rendered {
    /// None of this many items.
    pub(super) fn none_of(n_items: usize) -> Rendered {
        Rendered { made: std::iter::repeat_with(|| None).take(n_items).collect(), laid: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.laid.len()
    }

    pub(super) fn element(&self, number: u16) -> Option<&Element> {
        self.item(number).map(|item| &item.element)
    }

    fn item(&self, number: u16) -> Option<&Item> {
        self.made[usize::from(number)].as_ref()
    }

    /// Puts these items at the start of the list. What is not in the place of one of them stays.
    pub(super) fn replace_first(&mut self, list: &Element, items: &Items, first: &[u16]) {
        let others: Vec<u16> =
            self.laid[first.len()..].iter().copied().filter(|number| !first.contains(number)).collect();
        let mut change = self.change(list, items, &mut first.iter().chain(&others).copied());
        first.iter().for_each(|&number| change.put(number, None));
        change.laid.extend(std::mem::take(&mut change.free));
        change.laid.extend(others);
        change.end();
    }

    /// Starts a change, after which exactly these items are rendered.
    pub(super) fn change<'a>(
        &'a mut self,
        list: &'a Element,
        items: &'a Items,
        wanted: &mut dyn Iterator<Item = u16>,
    ) -> Change<'a> {
        let mut is_wanted = vec![false; self.made.len()];
        let mut n_new = 0;
        for number in wanted {
            n_new += 1;
            is_wanted[usize::from(number)] = true;
        }
        let focused = list.0.query_selector(":focus").ok().flatten();
        let has_focus = |item: &Item| focused.is_some() && item.element.0.contains(focused.as_deref());
        let focused = self.laid.iter().copied().find(|&number| self.item(number).is_some_and(has_focus));
        let mut free = VecDeque::new();
        for number in std::mem::take(&mut self.laid) {
            if is_wanted[usize::from(number)] {
                n_new -= 1;
            } else if focused == Some(number) {
                // It does not become another.
                self.remove(number, items);
            } else {
                free.push_back(number);
            }
        }
        Change { order: Order::of(list), items, rendered: self, focused, n_new, free, laid: Vec::new() }
    }

    fn remove(&mut self, number: u16, items: &Items) {
        if let Some(item) = self.made[usize::from(number)].take() {
            item.element.0.remove();
            (items.gone)(number);
        }
    }
}

/// A change of what is rendered, from the start of the list to its end.
pub(super) struct Change<'a> {
    pub(super) order: Order<'a>,
    items: &'a Items,
    rendered: &'a mut Rendered,
    focused: Option<u16>,
    /// The number of items that are not rendered yet.
    n_new: usize,
    /// The items that leave, in their order.
    free: VecDeque<u16>,
    laid: Vec<u16>,
}

impl Change<'_> {
    /// Puts an item in the next place. `is_forced`: whether it is rendered outside the viewport as well, if that changes.
    pub(super) fn put(&mut self, number: u16, is_forced: Option<bool>) {
        let at = usize::from(number);
        if self.rendered.made[at].is_some() {
            self.let_leave(Some(number));
        } else {
            self.n_new -= 1;
            let item = self.become_other(number);
            self.rendered.made[at] =
                Some(item.unwrap_or_else(|| Item { element: (self.items.make)(number), is_forced: false }));
        }
        let Some(item) = &mut self.rendered.made[at] else { return };
        self.laid.push(number);
        // An item to which the reader has scrolled must have its final height, or the content below would move again.
        if let Some(is_forced) = is_forced.filter(|is_forced| *is_forced != item.is_forced) {
            item.is_forced = is_forced;
            item.element.set_property("content-visibility", if is_forced { "visible" } else { "" });
        }
        self.order.put(&item.element);
    }

    /// Makes an item that leaves this one: the browser keeps its boxes and their style.
    fn become_other(&mut self, number: u16) -> Option<Item> {
        let old = self.free.pop_front()?;
        if (self.items.refill)(old, number) {
            return self.rendered.made[usize::from(old)].take();
        }
        if let Some(element) = self.rendered.element(old) {
            self.order.passes(element);
        }
        self.rendered.remove(old, self.items);
        None
    }

    /// Removes what leaves in front of an item that stays, so that this one stays in its place. What can become another does not
    /// leave; then the item is moved, unless it has the focus, which it would lose.
    pub(super) fn let_leave(&mut self, number: Option<u16>) {
        while let Some(&old) = self.free.front()
            && (self.free.len() > self.n_new || number.is_some() && self.focused == number)
            && self.rendered.element(old).is_some_and(|element| self.order.passes(element))
        {
            self.free.pop_front();
            self.rendered.remove(old, self.items);
        }
    }

    /// Removes what has found no place.
    pub(super) fn end(self) {
        self.rendered.laid = self.laid;
        self.free.iter().for_each(|&number| self.rendered.remove(number, self.items));
    }
}
