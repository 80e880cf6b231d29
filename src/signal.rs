//! Leptos' signals and memos, of one type internally.
//!
//! Leptos compiles its machinery once for each type in a signal or memo; docs/decisions.md says what that costs. An [`ErasedSignal`] and
//! an [`ErasedMemo`] hold their value behind a pointer instead, so that all of them share one `RwSignal` and one `Memo`. They
//! implement Leptos' traits, so reading and writing them is the same, and both convert into a `Signal`.
//!
//! Two differences: a value that is equal to the one before notifies nobody, also in a signal; and writing to a signal whose owner is gone
//! does nothing, because callbacks of the browser may outlive an explorer.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::panic::Location;
use std::sync::Arc;

use leptos::prelude::*;

/// A value of any type that can be compared with another one.
trait Comparable: Any + Send + Sync {
    /// Whether the other one is of the same type and equal.
    fn is(&self, other: &dyn Any) -> bool;
}

impl<T: PartialEq + Any + Send + Sync> Comparable for T {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref().is_some_and(|other| self == other)
    }
}

/// A value of erased type.
#[derive(Clone)]
struct Erased(Arc<dyn Comparable>);

impl Erased {
    fn of<T: PartialEq + Any + Send + Sync>(value: T) -> Erased {
        Erased(Arc::new(value))
    }
}

impl PartialEq for Erased {
    fn eq(&self, other: &Erased) -> bool {
        self.0.is(&*other.0)
    }
}

/// A value that was read from a signal or memo.
pub struct ReadGuard<T>(Erased, PhantomData<fn() -> T>);

impl<T: Any> Deref for ReadGuard<T> {
    type Target = T;

    fn deref(&self) -> &T {
        let value: &dyn Any = &*self.0.0;
        value.downcast_ref().expect("made with this type")
    }
}

/// A value that can be set, an `RwSignal`. A handle: copies are the same value.
pub struct ErasedSignal<T>(RwSignal<Erased>, PhantomData<fn() -> T>);

/// A value derived from others, a `Memo`. A handle: copies are the same value.
pub struct ErasedMemo<T>(Memo<Erased>, PhantomData<fn() -> T>);

/// What both have in common: how Leptos reads them.
macro_rules! readable {
    ($handle:ident, $read:ident, $inner:ty) => {
        impl<T> Clone for $handle<T> {
            fn clone(&self) -> $handle<T> {
                *self
            }
        }

        impl<T> Copy for $handle<T> {}

        impl<T> PartialEq for $handle<T> {
            /// Whether both are the same handle, not only equal values.
            fn eq(&self, other: &$handle<T>) -> bool {
                self.0 == other.0
            }
        }

        impl<T> Eq for $handle<T> {}

        impl<T> DefinedAt for $handle<T> {
            fn defined_at(&self) -> Option<&'static Location<'static>> {
                self.0.defined_at()
            }
        }

        impl<T> Track for $handle<T> {
            fn track(&self) {
                $read(self.0, true);
            }
        }

        impl<T: Any> ReadUntracked for $handle<T> {
            type Value = ReadGuard<T>;

            fn try_read_untracked(&self) -> Option<ReadGuard<T>> {
                Some(ReadGuard($read(self.0, false)?, PhantomData))
            }

            /// Tracks and reads in one go.
            fn custom_try_read(&self) -> Option<Option<ReadGuard<T>>> {
                Some($read(self.0, true).map(|value| ReadGuard(value, PhantomData)))
            }
        }

        impl<T: Clone + Any + Send + Sync> From<$handle<T>> for Signal<T> {
            fn from(handle: $handle<T>) -> Signal<T> {
                Signal::derive(move || handle.get())
            }
        }

        #[inline(never)]
        fn $read(from: $inner, track: bool) -> Option<Erased> {
            if track { from.try_get() } else { from.try_get_untracked() }
        }
    };
}

readable!(ErasedSignal, read_signal, RwSignal<Erased>);
readable!(ErasedMemo, read_memo, Memo<Erased>);

impl<T: PartialEq + Clone + Any + Send + Sync> ErasedSignal<T> {
    /// A value that lives as long as the owner.
    #[must_use]
    pub fn new(value: T) -> ErasedSignal<T> {
        ErasedSignal(RwSignal::new(Erased::of(value)), PhantomData)
    }

    /// Sets the value: `Set::set`, without a copy of the present value that would be replaced.
    pub fn set(&self, value: T) {
        write(self.0, Erased::of(value));
    }
}

impl<T> IsDisposed for ErasedSignal<T> {
    fn is_disposed(&self) -> bool {
        self.0.is_disposed()
    }
}

impl<T: PartialEq + Clone + Any + Send + Sync> Update for ErasedSignal<T> {
    type Value = T;

    fn try_maybe_update<U>(&self, change: impl FnOnce(&mut T) -> (bool, U)) -> Option<U> {
        let mut value = self.try_get_untracked()?;
        let (is_changed, result) = change(&mut value);
        if is_changed {
            write(self.0, Erased::of(value));
        }
        Some(result)
    }
}

/// Sets the value, unless it is equal to the present one.
#[inline(never)]
fn write(signal: RwSignal<Erased>, value: Erased) {
    if read_signal(signal, false).is_some_and(|now| now != value) {
        _ = signal.try_set(value);
    }
}

impl<T: PartialEq + Any + Send + Sync> ErasedMemo<T> {
    /// A value that is computed again when what it has read changes. Its readers are notified only if the result differs.
    #[must_use]
    pub fn new(value: impl Fn() -> T + Send + Sync + 'static) -> ErasedMemo<T> {
        ErasedMemo(memo(Box::new(move || Erased::of(value()))), PhantomData)
    }
}

#[inline(never)]
fn memo(value: Box<dyn Fn() -> Erased + Send + Sync>) -> Memo<Erased> {
    Memo::new(move |_| value())
}
