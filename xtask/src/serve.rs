//! The page during development: Trunk serves and rebuilds it, and prints its address when it is up.

use crate::command::{become_it, on_path, search_first};
use crate::tools;
use anyhow::{Result, bail};
use std::net::{Ipv4Addr, TcpListener};

pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        bail!("port {port} cannot be used ({error}); try --port {}", port.wrapping_add(1));
    }
    tools::wasm_target()?;
    tools::node()?;
    let mut trunk = tools::trunk()?;
    search_first(&mut trunk, &tools::wasm_bindgen()?)?;
    // Offline: everything Trunk could download is already there, and a missing tool should be reported, not
    // downloaded.
    trunk.args(["serve", "--offline", "--skip-version-check", "--disable-address-lookup", "--port", &port.to_string()]);
    trunk.arg(format!("--open={}", open && has_display()));
    println!("Sandbox Explorer will be at http://127.0.0.1:{port}/ and follows your changes; Ctrl-C stops it.");
    become_it(&mut trunk)
}

/// Opening a browser on a machine without a screen only prints an error.
fn has_display() -> bool {
    let has = |variable: &str| std::env::var_os(variable).is_some();
    !cfg!(target_os = "linux") || on_path(&["xdg-open"]) && (has("DISPLAY") || has("WAYLAND_DISPLAY"))
}
