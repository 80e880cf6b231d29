//! Leptos' signals and memos, all of one type internally.
//!
//! Leptos compiles its machinery once for each type in a signal or memo, which here was a fifth of the program. A [`Cell`] and a
//! [`Derived`] hold their value behind a pointer instead, so that all of them share one signal and one memo.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value of any type that can be compared with another one.
trait Value: Any + Send + Sync {
    /// Whether the other one is of the same type and equal.
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Any + Send + Sync> Value for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref().is_some_and(|other| self == other)
    }
}

/// The value of a signal or memo.
#[derive(Clone)]
pub struct Content(Arc<dyn Value>);

impl Content {
    fn of<T: PartialEq + Any + Send + Sync>(value: T) -> Content {
        Content(Arc::new(value))
    }

    fn get<T: Any>(&self) -> &T {
        let value: &dyn Any = &*self.0;
        value.downcast_ref().expect("made with this type")
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Content) -> bool {
        self.0.is(&*other.0)
    }
}

/// A readable signal or memo.
pub trait Source: Copy {
    /// The content, if it still exists; with `track`, the current effect or memo runs again when it changes.
    fn read(self, track: bool) -> Option<Content>;
}

impl Source for RwSignal<Content> {
    #[inline(never)]
    fn read(self, track: bool) -> Option<Content> {
        if track { self.try_get() } else { self.try_get_untracked() }
    }
}

impl Source for Memo<Content> {
    #[inline(never)]
    fn read(self, track: bool) -> Option<Content> {
        if track { self.try_get() } else { self.try_get_untracked() }
    }
}

/// A value that can be set. A handle: copies are the same value.
pub type Cell<T> = Handle<RwSignal<Content>, T>;

/// A value derived from others. A handle: copies are the same value.
pub type Derived<T> = Handle<Memo<Content>, T>;

/// A [`Cell`] or a [`Derived`].
pub struct Handle<S, T>(S, PhantomData<fn() -> T>);

impl<S: Copy, T> Clone for Handle<S, T> {
    fn clone(&self) -> Handle<S, T> {
        *self
    }
}

impl<S: Copy, T> Copy for Handle<S, T> {}

impl<S: Source, T: Clone + Any> Handle<S, T> {
    /// Reads the value and tracks it: the current effect or memo runs again when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(self.0.read(true).expect("still there").get())
    }

    /// Reads the value without tracking it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(self.0.read(false).expect("still there").get())
    }

    /// Reads the value without tracking it, if it still exists.
    pub fn try_with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.read(false).map(|content| look(content.get()))
    }

    /// The value.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, untracked.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Tracks the value: the current effect or memo runs again when it changes.
    pub fn track(self) {
        self.0.read(true);
    }
}

impl<T: PartialEq + Clone + Any + Send + Sync> Cell<T> {
    /// A value that lives as long as the owner.
    #[must_use]
    pub fn new(value: T) -> Cell<T> {
        Handle(RwSignal::new(Content::of(value)), PhantomData)
    }

    /// Whether both are the same cell, not only equal values.
    #[must_use]
    pub fn is(self, other: Cell<T>) -> bool {
        self.0 == other.0
    }

    /// Sets the value. An equal value changes nothing.
    pub fn set(self, value: T) {
        write(self.0, Content::of(value));
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut value) = self.try_with_untracked(T::clone) {
            change(&mut value);
            self.set(value);
        }
    }
}

#[inline(never)]
fn write(signal: RwSignal<Content>, value: Content) {
    if signal.read(false).is_some_and(|now| now != value) {
        // Freed with the explorer: nobody to notify.
        _ = signal.try_set(value);
    }
}

impl<T: PartialEq + Clone + Any + Send + Sync> Derived<T> {
    /// A value that is recomputed when its inputs change. Its readers are notified only if the result differs.
    #[must_use]
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
        Handle(memo(Box::new(move || Content::of(value()))), PhantomData)
    }
}

#[inline(never)]
fn memo(value: Box<dyn Fn() -> Content + Send + Sync>) -> Memo<Content> {
    Memo::new(move |_| value())
}
