//! The allocator of the element, with memory of the host.
#![allow(unsafe_code, reason = "an allocator is unsafe to call")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

#[path = "../../src/bin/embed/allocator.rs"]
mod implementation;

use implementation::{Allocator, GRAIN};

/// A block in use, filled with one byte.
struct Block {
    start: *mut u8,
    layout: Layout,
    fill: u8,
}

impl Block {
    fn check(&self) {
        assert_eq!(self.start.addr() % self.layout.align(), 0, "{:?} is not aligned", self.layout);
        // SAFETY: the block has as many bytes.
        let bytes = unsafe { std::slice::from_raw_parts(self.start, self.layout.size()) };
        assert!(bytes.iter().all(|&byte| byte == self.fill), "{:?} was overwritten", self.layout);
    }

    fn refill(&mut self, fill: u8) {
        self.fill = fill;
        // SAFETY: the block has as many bytes.
        unsafe { self.start.write_bytes(fill, self.layout.size()) };
    }
}

/// Numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn layout(&mut self) -> Layout {
        let size = [24, 200, 5_000, 100_000][self.below(4)];
        let align = if self.below(20) == 0 { 8 << self.below(5) } else { 1 << self.below(4) };
        Layout::from_size_align(1 + self.below(size), align).unwrap()
    }
}

/// Memory in small pieces that are no neighbours.
fn pieces(bytes: usize) -> (*mut u8, usize) {
    let bytes = bytes.next_multiple_of(1 << 12);
    // SAFETY: the size is not zero.
    (unsafe { System.alloc(Layout::from_size_align(bytes, GRAIN).unwrap()) }, bytes)
}

#[test]
fn blocks_do_not_overlap_and_keep_what_is_in_them() {
    let allocator = Allocator::new(pieces);
    let mut numbers = Numbers(7);
    let mut blocks: Vec<Block> = Vec::new();
    for n in 0..20_000 {
        let fill = (n % 251) as u8;
        match numbers.below(3) {
            0 if !blocks.is_empty() => {
                let block = blocks.swap_remove(numbers.below(blocks.len()));
                block.check();
                // SAFETY: it is in use, and has this layout.
                unsafe { allocator.dealloc(block.start, block.layout) };
            }
            1 if !blocks.is_empty() => {
                let at = numbers.below(blocks.len());
                let block = &mut blocks[at];
                let size = 1 + numbers.below(3 * block.layout.size());
                // SAFETY: it is in use, and has this layout.
                block.start = unsafe { allocator.realloc(block.start, block.layout, size) };
                let kept = size.min(block.layout.size());
                block.layout = Layout::from_size_align(kept, block.layout.align()).unwrap();
                block.check();
                block.layout = Layout::from_size_align(size, block.layout.align()).unwrap();
                block.refill(fill);
            }
            _ => {
                let layout = numbers.layout();
                // SAFETY: the size is not zero.
                let start = unsafe { allocator.alloc(layout) };
                let mut block = Block { start, layout, fill };
                block.refill(fill);
                blocks.push(block);
            }
        }
        if n % 500 == 0 {
            blocks.iter().for_each(Block::check);
        }
    }
    blocks.iter().for_each(Block::check);
}

#[test]
fn what_was_asked_for_is_aligned() {
    let allocator = Allocator::new(pieces);
    for align in [1, 8, 16, 64, 4096] {
        for size in [1, 8, 100] {
            let layout = Layout::from_size_align(size, align).unwrap();
            for _ in 0..3 {
                // SAFETY: the size is not zero, and it is given back once.
                unsafe {
                    let start = allocator.alloc(layout);
                    assert_eq!(start.addr() % align, 0, "{layout:?}");
                    allocator.dealloc(start, layout);
                }
            }
        }
    }
}

static GROWN: AtomicUsize = AtomicUsize::new(0);

fn counted(bytes: usize) -> (*mut u8, usize) {
    let (start, len) = pieces(bytes);
    GROWN.fetch_add(len, Ordering::Relaxed);
    (start, len)
}

#[test]
fn the_same_work_again_needs_no_more_memory() {
    let allocator = Allocator::new(counted);
    let work = || {
        let mut numbers = Numbers(3);
        let layouts: Vec<Layout> =
            (0..500).map(|_| numbers.layout()).filter(|layout| layout.align() <= GRAIN).collect();
        // SAFETY: no size is zero, and each block is given back once, with its layout.
        let starts: Vec<*mut u8> = layouts.iter().map(|&layout| unsafe { allocator.alloc(layout) }).collect();
        for (start, layout) in starts.into_iter().zip(layouts) {
            // SAFETY: as above.
            unsafe { allocator.dealloc(start, layout) };
        }
    };
    work();
    let after_once = GROWN.load(Ordering::Relaxed);
    (0..20).for_each(|_| work());
    assert_eq!(GROWN.load(Ordering::Relaxed), after_once);
}

#[test]
fn without_memory_the_answer_is_null() {
    let allocator = Allocator::new(|_| (std::ptr::null_mut(), 0));
    let layout = Layout::from_size_align(100, 8).unwrap();
    // SAFETY: the size is not zero.
    assert!(unsafe { allocator.alloc(layout) }.is_null());
}
