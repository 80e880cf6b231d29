//! Replaces the crate `wasm-streams` in this workspace ([patch] in Cargo.toml).
//!
//! Leptos depends on it through `server_fn`, for server functions that stream; we have no server. The real crate exports classes
//! to JavaScript, and exports stay in the program even if unused: with the futures behind them that was 10 kB of code, 4 kB to
//! download. This stub has only what `server_fn` needs to compile.

use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream that cannot be created.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Keeps the browser's stream.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// Panics: this stub cannot read a stream.
    ///
    /// # Panics
    /// Always.
    #[must_use]
    pub fn from_stream<S>(_stream: S) -> ReadableStream {
        panic!("streaming server functions are left out of this build")
    }

    /// The browser's stream.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    #[must_use]
    pub fn into_stream(self) -> IntoStream<'static> {
        IntoStream(PhantomData)
    }
}

/// A stream that has ended.
pub struct IntoStream<'reader>(PhantomData<&'reader ()>);

impl Stream for IntoStream<'_> {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
