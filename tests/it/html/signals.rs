//! Our signals and memos are Leptos' to whoever reads or writes them, except that equal values notify nobody and that a signal whose owner is
//! gone may be written to.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use sandbox_explorer::signal::{ErasedMemo, ErasedSignal};

/// A memo of a signal, and how many times it has been computed.
fn counted(signal: ErasedSignal<u32>) -> (ErasedMemo<u32>, Arc<AtomicU32>) {
    let n = Arc::new(AtomicU32::new(0));
    let counter = n.clone();
    let memo = ErasedMemo::new(move || {
        counter.fetch_add(1, Ordering::Relaxed);
        signal.get() / 10
    });
    (memo, n)
}

#[test]
fn an_equal_value_notifies_nobody() {
    Owner::new_root(None).with(|| {
        let signal = ErasedSignal::new(10);
        let (memo, n) = counted(signal);
        assert_eq!((memo.get_untracked(), n.load(Ordering::Relaxed)), (1, 1));
        signal.set(10);
        signal.update(|value| *value = 10);
        Set::set(&signal, 10);
        assert_eq!((memo.get_untracked(), n.load(Ordering::Relaxed)), (1, 1));
        signal.maybe_update(|value| {
            *value = 20;
            false
        });
        assert_eq!((signal.get_untracked(), n.load(Ordering::Relaxed)), (10, 1));
        signal.set(20);
        assert_eq!((memo.get_untracked(), n.load(Ordering::Relaxed)), (2, 2));
    });
}

#[test]
fn an_equal_result_of_a_memo_notifies_nobody() {
    Owner::new_root(None).with(|| {
        let signal = ErasedSignal::new(10);
        let (memo, _) = counted(signal);
        let outer = ErasedSignal::new(0);
        let (twice, n) = counted(outer);
        let sum = ErasedMemo::new(move || memo.get() + twice.get());
        assert_eq!((sum.get_untracked(), n.load(Ordering::Relaxed)), (1, 1));
        signal.set(19);
        assert_eq!((sum.get_untracked(), n.load(Ordering::Relaxed)), (1, 1));
        signal.set(20);
        assert_eq!((sum.get_untracked(), n.load(Ordering::Relaxed)), (2, 1));
    });
}

#[test]
fn a_signal_whose_owner_is_gone_may_be_written_to() {
    let owner = Owner::new_root(None);
    let signal = owner.with(|| ErasedSignal::new(1));
    owner.unset_with_forced_cleanup();
    signal.set(2);
    signal.update(|value| *value += 1);
    assert!(signal.is_disposed());
    assert_eq!((signal.try_get_untracked(), signal.try_set(3)), (None, Some(3)));
}

#[test]
fn both_are_what_leptos_reads_and_writes() {
    fn written(signal: impl Set<Value = u32> + Update<Value = u32>) {
        signal.set(4);
        signal.update(|value| *value += 1);
    }
    fn read(signal: impl Get<Value = u32> + With<Value = u32> + Read + Track) -> u32 {
        signal.track();
        signal.with(|value| *value) + signal.get()
    }
    fn signal(signal: impl Into<Signal<u32>>) -> u32 {
        signal.into().get_untracked()
    }
    Owner::new_root(None).with(|| {
        let value = ErasedSignal::new(0);
        let memo = ErasedMemo::new(move || *value.read() * 10);
        written(value);
        assert_eq!((untrack(|| read(value)), untrack(|| read(memo))), (10, 100));
        assert_eq!((signal(value), signal(memo)), (5, 50));
    });
}
