//! A long list as its pieces lay it out: which items are rendered, which pieces are folded, and what moves when that changes.

use std::collections::VecDeque;
use std::ops::Range;

use web_sys::{IntersectionObserver, ScrollBehavior, ScrollToOptions};

use super::Element;
use super::rendered::Rendered;
use super::shape::{Shape, px};
use crate::dom::Items;
use crate::page::window;

/// Items per piece: whole rows of cards in up to six columns.
const PIECE: usize = 60;
/// How many pieces on each side of a visible one stay as they are.
const KEPT: usize = 2;
/// How many pieces are unfolded at once. After them, the height of a piece is known better.
const AT_ONCE: usize = 3;

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

pub(super) struct List {
    element: Element,
    pub(super) items: Items,
    rendered: Rendered,
    shown: Vec<u16>,
    ready: usize,
    /// What `finish` will show, of which the first items are shown already.
    coming: Option<(Vec<u16>, usize)>,
    pieces: Vec<Piece>,
    pub(super) observer: Option<IntersectionObserver>,
    shape: Shape,
    /// Which pieces were unfolded before printing.
    before_print: Option<Vec<bool>>,
}

fn rect(element: &Element) -> web_sys::DomRect {
    element.0.get_bounding_client_rect()
}

/// Makes a placeholder that of these items, with their last height if they were rendered.
fn name(lines: &Element, numbers: &[u16], height: Option<f64>, items: &Items, shape: &Shape) {
    let names: Vec<&str> = numbers.iter().map(|&number| (items.name)(number)).collect();
    lines.set_text(&shape.lines(&names));
    shape.size(lines, names.len(), height);
}

impl List {
    /// An empty list.
    pub(super) fn new(element: Element, items: Items) -> List {
        List {
            element,
            rendered: Rendered::none_of(items.n_items),
            shown: Vec::new(),
            ready: 0,
            coming: None,
            pieces: Vec::new(),
            observer: None,
            shape: Shape::guess(items.height),
            before_print: None,
            items,
        }
    }

    /// Shows exactly these items; the first `ready` ones at once. Returns whether only those that can be in the viewport have been
    /// updated: `finish` updates the others.
    pub(super) fn arrange(&mut self, shown: &[u16], ready: usize) -> bool {
        let (now, now_ready) = self.coming.as_ref().map_or((&self.shown, self.ready), |(shown, ready)| (shown, *ready));
        if now == shown && now_ready == ready {
            return false;
        }
        let first = self.in_viewport().unwrap_or(usize::MAX);
        // A reader who has scrolled on sees items further down.
        let has_scrolled = self.pieces.iter().any(|piece| piece.has_come);
        self.coming = Some((shown.to_owned(), ready));
        if has_scrolled || first >= shown.len().min(ready) || first >= self.rendered.len() {
            self.finish();
            return false;
        }
        self.rendered.replace_first(&self.element, &self.items, &shown[..first]);
        true
    }

    /// The number of items that can be in the viewport while the list starts in it.
    fn in_viewport(&self) -> Option<usize> {
        let [width, height] = self.items.least?;
        let n_columns = (window().inner_width().ok()?.as_f64()? / width).max(1.0) as usize;
        let n_rows = (window().inner_height().ok()?.as_f64()? / height) as usize + 2;
        Some(n_columns * n_rows)
    }

    /// Updates what `arrange` has left. Returns whether there was anything.
    pub(super) fn finish(&mut self) -> bool {
        let Some((shown, ready)) = self.coming.take() else { return false };
        // The placeholders become those of other items: like cards, they keep their boxes.
        let mut spare: VecDeque<_> = self.pieces.drain(..).filter_map(|piece| piece.fold).collect();
        let mut from = 0;
        while from < shown.len() {
            let to = if from < self.items.first { self.items.first } else { (from / PIECE + 1) * PIECE };
            let range = from..to.min(shown.len());
            let is_open = from < ready;
            let fold = if is_open { None } else { spare.pop_front() };
            if let Some([_, lines]) = &fold {
                name(lines, &shown[range.clone()], None, &self.items, &self.shape);
            }
            self.pieces.push(Piece { range, is_open, has_come: false, fold, height: None });
            from = to;
        }
        spare.iter().for_each(|fold| fold[0].0.remove());
        self.shown = shown;
        self.ready = ready;
        self.before_print = None;
        self.lay();
        true
    }

    /// Updates the list to its current content; touches nothing else.
    fn lay(&mut self) {
        for piece in &mut self.pieces {
            if piece.is_open
                && let Some(fold) = piece.fold.take()
            {
                fold[0].0.remove();
            }
        }
        let mut open = self
            .pieces
            .iter()
            .filter(|piece| piece.is_open)
            .flat_map(|piece| self.shown[piece.range.clone()].iter().copied());
        let mut change = self.rendered.change(&self.element, &self.items, &mut open);
        let Some(observer) = &self.observer else { return };
        // Elements that are still near are reported again.
        observer.disconnect();
        for piece in &mut self.pieces {
            let numbers = &self.shown[piece.range.clone()];
            if piece.is_open {
                numbers.iter().for_each(|&number| change.put(number, Some(piece.has_come)));
                continue;
            }
            // A placeholder stays where it is, and what leaves in front of it does so first.
            change.let_leave(None);
            let fold = piece.fold.get_or_insert_with(|| {
                let fold = (self.items.fold)();
                name(&fold[1], numbers, piece.height, &self.items, &self.shape);
                fold
            });
            change.order.put(&fold[0]);
            observer.observe(&fold[1].0);
        }
        change.end();
    }

    fn item(&self, at: usize) -> Option<&Element> {
        self.rendered.element(self.shown[at])
    }

    /// The height of an unfolded piece.
    fn extent(&self, range: &Range<usize>) -> f64 {
        match (self.item(range.start), self.item(range.end - 1)) {
            (Some(first), Some(last)) => rect(last).bottom() - rect(first).top(),
            _ => 0.0,
        }
    }

    /// Unfolds pieces that have come near and folds those far away. Returns whether anything changed.
    pub(super) fn come(&mut self, near: &[web_sys::Element]) -> bool {
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
    pub(super) fn print(&mut self, is_printing: bool) {
        if is_printing == self.before_print.is_some() {
            return;
        }
        self.finish();
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
