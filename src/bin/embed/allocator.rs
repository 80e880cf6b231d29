//! The memory of the element: a list of free blocks for each of sixty sizes. A block is taken and given back in a few instructions, and the
//! code is a quarter of the standard library's allocator, which joins free neighbours and can give memory to several threads.
//!
//! Blocks have 8, 16, 24, 32, 48, 64, 96 … bytes, so an object wastes a seventh on average. A block keeps its size; what is freed serves the
//! next of that size, or is cut when memory would have to grow. The explorer makes the same kinds of objects again and again.
#![allow(unsafe_code, reason = "it hands out memory")]

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr;

/// Returns at least so many bytes of new memory, aligned to [`GRAIN`], and how many; null if there is no more.
pub type Grow = fn(usize) -> (*mut u8, usize);

/// What every address is a multiple of. No object of ours needs more, except on request.
pub const GRAIN: usize = 8;

/// Two sizes for each power of two.
const SIZES: usize = 2 * usize::BITS as usize;

/// A free block begins with the address of the next one of its size.
type Free = *mut u8;

/// An allocator for one thread.
pub struct Allocator(UnsafeCell<Heap>);

struct Heap {
    free: [Free; SIZES],
    /// What has never been a block.
    next: *mut u8,
    left: usize,
    grow: Grow,
}

/// The place of a size in the lists, and the bytes of its blocks.
fn sized(bytes: usize) -> (usize, usize) {
    let last = bytes.max(1).next_multiple_of(GRAIN) - 1;
    let power = last.ilog2() as usize;
    let place = 2 * power + (last >> (power - 1) & 1);
    (place, block(place))
}

/// The bytes of the blocks of a list: one and a half of a power of two, or twice that power.
fn block(place: usize) -> usize {
    (3 + place % 2) << (place / 2 - 1)
}

impl Allocator {
    /// An allocator without memory.
    pub const fn new(grow: Grow) -> Allocator {
        Allocator(UnsafeCell::new(Heap { free: [ptr::null_mut(); SIZES], next: ptr::null_mut(), left: 0, grow }))
    }
}

impl Heap {
    unsafe fn put(&mut self, start: *mut u8, place: usize) {
        unsafe { start.cast::<Free>().write(self.free[place]) };
        self.free[place] = start;
    }

    unsafe fn take(&mut self, place: usize) -> *mut u8 {
        let start = self.free[place];
        if !start.is_null() {
            self.free[place] = unsafe { start.cast::<Free>().read() };
        }
        start
    }

    /// Cuts a block off what has never been one.
    unsafe fn cut(&mut self, bytes: usize, align: usize) -> *mut u8 {
        let mut skipped = self.next.align_offset(align);
        if skipped + bytes > self.left {
            if !unsafe { self.more(bytes + align) } {
                return ptr::null_mut();
            }
            skipped = self.next.align_offset(align);
        }
        let start = unsafe { self.next.add(skipped) };
        self.next = unsafe { start.add(bytes) };
        self.left -= skipped + bytes;
        start
    }

    /// Makes room for so many bytes in one piece: a larger block that is free, or new memory. The rest of the old piece becomes a block.
    unsafe fn more(&mut self, bytes: usize) -> bool {
        let larger = (sized(bytes).0..SIZES).find(|&place| !self.free[place].is_null());
        let (start, len) = match larger {
            Some(place) => (unsafe { self.take(place) }, block(place)),
            None => (self.grow)(bytes),
        };
        if start.is_null() {
            return false;
        }
        if self.left > 0 && start == unsafe { self.next.add(self.left) } {
            self.left += len;
            return true;
        }
        if self.left >= GRAIN {
            let (place, size) = sized(self.left);
            unsafe { self.put(self.next, if size > self.left { place - 1 } else { place }) };
        }
        (self.next, self.left) = (start, len);
        true
    }
}

// SAFETY: the program has one thread.
unsafe impl Sync for Allocator {}

// SAFETY: blocks do not overlap; each is in one list, or in use, or part of what has never been a block.
unsafe impl GlobalAlloc for Allocator {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let heap = unsafe { &mut *self.0.get() };
        let (place, bytes) = sized(layout.size());
        // Free blocks are aligned to a grain only.
        let is_usual = layout.align() <= GRAIN;
        let start = if is_usual { unsafe { heap.take(place) } } else { ptr::null_mut() };
        if start.is_null() { unsafe { heap.cut(bytes, layout.align().max(GRAIN)) } } else { start }
    }

    unsafe fn dealloc(&self, start: *mut u8, layout: Layout) {
        let heap = unsafe { &mut *self.0.get() };
        unsafe { heap.put(start, sized(layout.size()).0) };
    }

    unsafe fn realloc(&self, start: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let heap = unsafe { &mut *self.0.get() };
        let (old, bytes) = (sized(layout.size()).1, sized(size).1);
        if bytes == old {
            return start;
        }
        // The last block that was cut grows where it is.
        if bytes > old && bytes - old <= heap.left && unsafe { start.add(old) } == heap.next {
            heap.next = unsafe { start.add(bytes) };
            heap.left -= bytes - old;
            return start;
        }
        let longer = unsafe { self.alloc(Layout::from_size_align_unchecked(size, layout.align())) };
        if !longer.is_null() {
            unsafe {
                ptr::copy_nonoverlapping(start, longer, layout.size().min(size));
                self.dealloc(start, layout);
            }
        }
        longer
    }
}

/// The memory of WebAssembly, a megabyte at a time: it makes the glue look at the memory anew.
#[cfg(target_arch = "wasm32")]
pub fn grow(bytes: usize) -> (*mut u8, usize) {
    const PAGE: usize = 1 << 16;
    let pages = bytes.div_ceil(PAGE).max(16);
    match core::arch::wasm32::memory_grow(0, pages) {
        usize::MAX => (ptr::null_mut(), 0),
        before => ((before * PAGE) as *mut u8, pages * PAGE),
    }
}
