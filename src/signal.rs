//! Leptos' signals and memos, all of one type inside.
//!
//! Leptos compiles its machinery once for each type that a signal or memo holds, which here was a fifth of the program. A
//! [`Cell`] and a [`Derived`] hold their value behind a pointer instead, so that all of them share one signal and one memo.

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

#[derive(Clone)]
struct Content(Arc<dyn Value>);

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

#[inline(never)]
fn read(signal: RwSignal<Content>, track: bool) -> Option<Content> {
    if track { signal.try_get() } else { signal.try_get_untracked() }
}

#[inline(never)]
fn write(signal: RwSignal<Content>, value: Content) {
    // Gone with the explorer: nobody to tell.
    _ = signal.try_set(value);
}

#[inline(never)]
fn derive(memo: Memo<Content>, track: bool) -> Option<Content> {
    if track { memo.try_get() } else { memo.try_get_untracked() }
}

#[inline(never)]
fn memo(value: Box<dyn Fn() -> Content + Send + Sync>) -> Memo<Content> {
    Memo::new(move |_| value())
}

/// A value that can be set. A handle: copies are the same value.
pub struct Cell<T>(RwSignal<Content>, PhantomData<fn() -> T>);

impl<T> Clone for Cell<T> {
    fn clone(&self) -> Cell<T> {
        *self
    }
}

impl<T> Copy for Cell<T> {}

impl<T: PartialEq + Clone + Any + Send + Sync> Cell<T> {
    /// A value for as long as the owner lives.
    #[must_use]
    pub fn new(value: T) -> Cell<T> {
        Cell(RwSignal::new(Content::of(value)), PhantomData)
    }

    /// Looks at the value; who does so in an effect or memo runs again when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(read(self.0, true).expect("still there").get())
    }

    /// Looks at the value and no more.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(read(self.0, false).expect("still there").get())
    }

    /// Looks at the value, if it is still there.
    pub fn try_with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        read(self.0, false).map(|content| look(content.get()))
    }

    /// The value.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, and no more.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Makes who asks run again when the value changes.
    pub fn track(self) {
        read(self.0, true);
    }

    /// Sets the value. One that is equal to the present one changes nothing.
    pub fn set(self, value: T) {
        let value = Content::of(value);
        if read(self.0, false).is_some_and(|now| now != value) {
            write(self.0, value);
        }
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(mut value) = self.try_with_untracked(T::clone) {
            change(&mut value);
            self.set(value);
        }
    }
}

/// A value that follows from others. A handle: copies are the same value.
pub struct Derived<T>(Memo<Content>, PhantomData<fn() -> T>);

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Derived<T> {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: PartialEq + Clone + Any + Send + Sync> Derived<T> {
    /// A value that is worked out again when what it was made of has changed. Those who read it only learn of it if it is another.
    #[must_use]
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
        Derived(memo(Box::new(move || Content::of(value()))), PhantomData)
    }

    /// Looks at the value; who does so in an effect or memo runs again when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(derive(self.0, true).expect("still there").get())
    }

    /// Looks at the value and no more.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(derive(self.0, false).expect("still there").get())
    }

    /// Looks at the value, if it is still there.
    pub fn try_with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        derive(self.0, false).map(|content| look(content.get()))
    }

    /// The value.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, and no more.
    #[must_use]
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// Makes who asks run again when the value changes.
    pub fn track(self) {
        derive(self.0, true);
    }
}
