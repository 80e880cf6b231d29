//! A long list, split into pieces; only those near the viewport have their items.
//!
//! Every other piece is folded: one element as high as its items, with their names in lines, each about where its item would be. So
//! find-in-page, which fires no event, finds every name and scrolls to the right place, where the piece is unfolded like any other;
//! and assistive technology can read on. Lines outside the viewport are not laid out (`content-visibility`). `hidden="until-found"`
//! would hide them from assistive technology, and does not work in browsers before 2025. For printing, all pieces are unfolded.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{
    IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, MediaQueryList, ScrollBehavior,
    ScrollToOptions,
};

use super::Element;
use super::arranged::Order;
use super::shape::{Shape, px};
use crate::dom::Items;
use crate::page::window;

/// Items per piece: whole rows of cards in up to six columns.
const PIECE: usize = 60;
/// How many pieces on each side of a visible one stay as they are.
const KEPT: usize = 2;
/// How many pieces are unfolded at once. After them, the height of a piece is known better.
const AT_ONCE: usize = 3;

pub(super) struct Pieces {
    list: Rc<RefCell<List>>,
    observer: IntersectionObserver,
    _near: Closure<dyn FnMut(js_sys::Array)>,
    _printing: Vec<EventListener>,
}

struct Piece {
    range: Range<usize>,
    is_open: bool,
    /// Whether it was unfolded because the reader scrolled near.
    has_come: bool,
    /// Its placeholder while it is folded, and the element in it that contains the names.
    fold: Option<[Element; 2]>,
    /// The last height of its items.
    height: Option<f64>,
}

struct List {
    element: Element,
    items: Items,
    made: Vec<Option<Element>>,
    shown: Vec<u16>,
    ready: usize,
    pieces: Vec<Piece>,
    observer: Option<IntersectionObserver>,
    shape: Shape,
    /// Which pieces were unfolded before printing.
    before_print: Option<Vec<bool>>,
}

impl Pieces {
    pub(super) fn new(element: Element, items: Items) -> Pieces {
        let options = IntersectionObserverInit::new();
        options.set_root_margin("800px");
        options.set_root(items.scroller.as_ref().map(|scroller| &scroller.0));
        let made = vec![None; items.n_items];
        let shape = Shape::guess(items.height);
        let list = Rc::new(RefCell::new(List {
            element,
            items,
            made,
            shown: Vec::new(),
            ready: 0,
            pieces: Vec::new(),
            observer: None,
            shape,
            before_print: None,
        }));
        let observed = list.clone();
        let near = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let mut near = Vec::new();
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if entry.is_intersecting() {
                    near.push(entry.target());
                }
            }
            if observed.borrow_mut().come(&near) {
                (observed.borrow().items.moved)();
            }
        });
        let observer = IntersectionObserver::new_with_options(near.as_ref().unchecked_ref(), &options);
        let observer = observer.expect("a browser of today");
        list.borrow_mut().observer = Some(observer.clone());
        // Browsers report printing by events; tools that only preview it change the media type.
        let paper: Option<MediaQueryList> = window().match_media("print").ok().flatten();
        let mut printing = Vec::new();
        for event in ["beforeprint", "afterprint"] {
            let printed = list.clone();
            printing.push(EventListener::new(&window(), event, move |_| {
                printed.borrow_mut().print(event == "beforeprint")
            }));
        }
        if let Some(paper) = paper {
            let printed = list.clone();
            let medium = paper.clone();
            printing.push(EventListener::new(&paper, "change", move |_| printed.borrow_mut().print(medium.matches())));
        }
        Pieces { list, observer, _near: near, _printing: printing }
    }

    pub(super) fn arrange(&self, shown: &[u16], ready: usize) {
        self.list.borrow_mut().arrange(shown, ready);
    }
}

impl Drop for Pieces {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn rect(element: &Element) -> web_sys::DomRect {
    element.0.get_bounding_client_rect()
}

impl List {
    /// Shows exactly these items; the first `ready` ones at once.
    fn arrange(&mut self, shown: &[u16], ready: usize) {
        if self.shown == shown && self.ready == ready {
            return;
        }
        for fold in self.pieces.drain(..).filter_map(|piece| piece.fold) {
            fold[0].0.remove();
        }
        let mut from = 0;
        while from < shown.len() {
            let to = if from < self.items.first { self.items.first } else { (from / PIECE + 1) * PIECE };
            let range = from..to.min(shown.len());
            self.pieces.push(Piece { range, is_open: from < ready, has_come: false, fold: None, height: None });
            from = to;
        }
        self.shown = shown.to_owned();
        self.ready = ready;
        self.before_print = None;
        self.lay();
    }

    /// Updates the list to its current content; touches nothing else.
    fn lay(&mut self) {
        let mut wanted = vec![false; self.made.len()];
        for piece in &mut self.pieces {
            if piece.is_open {
                self.shown[piece.range.clone()].iter().for_each(|&number| wanted[usize::from(number)] = true);
                if let Some(fold) = piece.fold.take() {
                    fold[0].0.remove();
                }
            }
        }
        for (number, item) in self.made.iter_mut().enumerate() {
            if !wanted[number]
                && let Some(item) = item.take()
            {
                item.0.remove();
                (self.items.gone)(number as u16);
            }
        }
        let Some(observer) = &self.observer else { return };
        // Elements that are still near are reported again.
        observer.disconnect();
        let mut order = Order::of(&self.element);
        for piece in &mut self.pieces {
            let numbers = &self.shown[piece.range.clone()];
            if piece.is_open {
                for &number in numbers {
                    let item = self.made[usize::from(number)].get_or_insert_with(|| {
                        let item = (self.items.make)(number);
                        if piece.has_come {
                            // It must have its final height, or the content below would move again.
                            item.set_property("content-visibility", "visible");
                        }
                        item
                    });
                    order.put(item);
                }
                continue;
            }
            let fold = piece.fold.get_or_insert_with(|| {
                let names: Vec<&str> = numbers.iter().map(|&number| (self.items.name)(number)).collect();
                let fold = (self.items.fold)(&self.shape.lines(&names));
                self.shape.size(&fold[1], names.len(), piece.height);
                fold
            });
            order.put(&fold[0]);
            observer.observe(&fold[1].0);
        }
    }

    fn item(&self, at: usize) -> Option<&Element> {
        self.made[usize::from(self.shown[at])].as_ref()
    }

    /// The height of an unfolded piece.
    fn extent(&self, range: &Range<usize>) -> f64 {
        match (self.item(range.start), self.item(range.end - 1)) {
            (Some(first), Some(last)) => rect(last).bottom() - rect(first).top(),
            _ => 0.0,
        }
    }

    /// Unfolds pieces that have come near and folds those far away. Returns whether anything changed.
    fn come(&mut self, near: &[web_sys::Element]) -> bool {
        let is_near = |piece: &Piece| piece.fold.as_ref().is_some_and(|fold| near.contains(&fold[1].0));
        let near: Vec<usize> = (0..self.pieces.len()).filter(|&n| is_near(&self.pieces[n])).take(AT_ONCE).collect();
        if near.is_empty() {
            return false;
        }
        let in_sight = self.in_sight();
        self.measure();
        let focused = self.element.0.query_selector(":focus").ok().flatten();
        for n in 0..self.pieces.len() {
            let Piece { range, is_open, .. } = &self.pieces[n];
            if near.contains(&n) {
                self.pieces[n].is_open = true;
                self.pieces[n].has_come = true;
            } else if *is_open && near.iter().all(|near| near.abs_diff(n) > KEPT) {
                let has_focus =
                    range.clone().filter_map(|at| self.item(at)).any(|item| item.0.contains(focused.as_deref()));
                if focused.is_none() || !has_focus {
                    self.pieces[n].height = Some(self.extent(range));
                    self.pieces[n].is_open = false;
                }
            }
        }
        self.lay();
        let Some((at, before)) = in_sight else { return true };
        let now = match at {
            Some(at) => self.item(at).map_or(before, |item| rect(item).top()),
            None => rect(&self.element).bottom(),
        };
        // Only if necessary: scrolling by script ends the reader's own scroll.
        if (now - before).abs() >= 1.0 {
            let by = ScrollToOptions::new();
            by.set_top(now - before);
            by.set_behavior(ScrollBehavior::Instant);
            match &self.items.scroller {
                Some(scroller) => scroller.0.scroll_by_with_scroll_to_options(&by),
                None => window().scroll_by_with_scroll_to_options(&by),
            }
        }
        true
    }

    /// An element in the viewport and its position, so that it can be kept in place: Safari has no scroll anchoring, and Chromium's
    /// does not work here. The first item, or else the one whose name is in the middle, where find-in-page scrolls it, or else the end
    /// of the list.
    fn in_sight(&self) -> Option<(Option<usize>, f64)> {
        let (top, bottom) = match &self.items.scroller {
            Some(scroller) => (rect(scroller).top(), rect(scroller).bottom()),
            None => (0.0, window().inner_height().ok()?.as_f64()?),
        };
        let open = self.pieces.iter().filter(|piece| piece.is_open).flat_map(|piece| piece.range.clone());
        let place = |at| self.item(at).map(|item| (at, rect(item)));
        let first = open.filter_map(place).find(|(_, place)| place.bottom() > top && place.top() < bottom);
        if let Some((at, place)) = first {
            return Some((Some(at), place.top()));
        }
        let middle = f64::midpoint(top, bottom);
        let named = self.pieces.iter().find_map(|piece| {
            let place = rect(&piece.fold.as_ref()?[1]);
            let rows = piece.range.len().div_ceil(self.shape.n_columns) as f64;
            let row = (place.height() + self.shape.gap) / rows;
            let nth = ((middle - place.top()) / row).floor();
            let is_here = nth >= 0.0 && nth < rows;
            is_here.then(|| (Some(piece.range.start + nth as usize * self.shape.n_columns), place.top() + nth * row))
        });
        let end = rect(&self.element).bottom();
        named.or_else(|| (end < middle).then_some((None, end)))
    }

    /// Measures an unfolded piece to estimate the height of the others.
    fn measure(&mut self) {
        let Some(open) = self.pieces.iter().find(|piece| piece.is_open) else { return };
        let places: Vec<_> = open.range.clone().filter_map(|at| self.item(at)).map(rect).collect();
        let Some(shape) = Shape::of(&places) else { return };
        // For the first time, or after a change of width.
        if shape.is_about(&self.shape) {
            return;
        }
        self.element.set_property(self.items.height_property, &px(shape.row - shape.gap));
        self.shape = shape;
        for piece in &mut self.pieces {
            piece.height = None;
            if let Some(fold) = piece.fold.take() {
                fold[0].0.remove();
            }
        }
    }

    /// Unfolds all, and afterwards folds those that were folded before.
    fn print(&mut self, is_printing: bool) {
        if is_printing == self.before_print.is_some() {
            return;
        }
        let before = self.before_print.take();
        if before.is_none() {
            self.before_print = Some(self.pieces.iter().map(|piece| piece.is_open).collect());
        }
        for (n, piece) in self.pieces.iter_mut().enumerate() {
            piece.is_open = before.as_ref().is_none_or(|before| before[n]);
        }
        self.lay();
    }
}
