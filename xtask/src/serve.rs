//! The page during development: Trunk serves and rebuilds it; this file starts Trunk and reports when the page is
//! up.

use crate::command::{command, on_path, search_first, show};
use crate::{project, tools};
use anyhow::{Context, Result, bail};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Command;
use std::time::Duration;

pub(crate) const PORT: u16 = 8080;

pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    if let Err(error) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        bail!("port {port} cannot be used ({error}); try --port {}", port.wrapping_add(1));
    }
    tools::wasm_target()?;
    tools::node()?;
    let wasm_bindgen = tools::wasm_bindgen()?;
    let mut trunk = command(tools::trunk()?.join("trunk"));
    search_first(&mut trunk, &[&wasm_bindgen])?;
    // Offline: everything Trunk could download is already there, and a missing tool should be reported, not
    // downloaded.
    trunk.args(["serve", "--offline", "--skip-version-check", "--disable-address-lookup", "--port", &port.to_string()]);
    trunk.arg(format!("--open={}", open && has_display()));
    trunk.env("CARGO_TARGET_DIR", project::target());

    let this = std::env::current_exe().context("cannot find this program")?;
    command(this).args(["announce", &port.to_string()]).spawn().context("cannot start a second xtask")?;
    show(&trunk);
    become_it(trunk)
}

/// Waits until the page answers, and prints its address. A separate process next to Trunk, because `serve` has
/// become Trunk by then; it ends with Trunk.
pub(crate) fn announce(port: u16) {
    let parent = parent_id();
    while parent_id() == parent {
        if is_up(port) {
            println!(
                "\n  Sandbox Explorer is at http://127.0.0.1:{port}/ and follows your changes; Ctrl-C stops it.\n"
            );
            return;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn is_up(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let Ok(mut stream) = TcpStream::connect_timeout(&address, Duration::from_secs(1)) else { return false };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(2)));
    let request = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
    let mut status = [0; 12];
    stream.write_all(request.as_bytes()).is_ok() && stream.read_exact(&mut status).is_ok() && &status == b"HTTP/1.1 200"
}

/// Opening a browser on a machine without a screen only prints an error.
fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || on_path("xdg-open")
            && (std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some())
}

/// Replaces this process, so that stopping `cargo xtask serve` stops Trunk and not only its parent.
#[cfg(unix)]
fn become_it(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("trunk could not be started")
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Result<()> {
    crate::command::run(&mut command)
}

#[cfg(unix)]
fn parent_id() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent_id() -> u32 {
    0
}
