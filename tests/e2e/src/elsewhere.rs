//! Every server except ours: a proxy that receives all requests to other servers, records them and does not respond. For
//! engines that do not report network requests.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// An address for checking that requests to other servers arrive here.
pub const PROBE: &str = "http://elsewhere.test/";

/// The proxy; it stops when this is dropped.
#[derive(Debug)]
pub struct Elsewhere {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<String>>>,
    stopped: Arc<Mutex<bool>>,
}

impl Elsewhere {
    /// Starts it on a free port.
    #[must_use]
    pub fn start() -> Elsewhere {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let elsewhere = Elsewhere { address, seen: Arc::default(), stopped: Arc::default() };
        let (seen, stopped) = (Arc::clone(&elsewhere.seen), Arc::clone(&elsewhere.stopped));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if *stopped.lock().unwrap_or_else(PoisonError::into_inner) {
                    break;
                }
                let seen = Arc::clone(&seen);
                std::thread::spawn(move || listen(stream, &seen));
            }
        });
        elsewhere
    }

    /// Its host and port.
    #[must_use]
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// The addresses requested since the last call; for an encrypted request, only that there was one.
    #[must_use]
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.seen.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        *self.stopped.lock().unwrap_or_else(PoisonError::into_inner) = true;
        // Wakes the listener, which then sees that it should stop.
        drop(TcpStream::connect(self.address));
    }
}

fn listen(stream: TcpStream, seen: &Mutex<Vec<String>>) {
    drop(stream.set_read_timeout(Some(Duration::from_secs(5))));
    let mut first = Vec::new();
    let mut reader = BufReader::new(&stream);
    // An error here is a browser that has disconnected; it has made a request nevertheless.
    drop(reader.by_ref().take(2000).read_until(b'\n', &mut first));
    let line = String::from_utf8(first).ok().filter(|line| line.contains("HTTP/"));
    let url = line.as_ref().and_then(|line| line.split(' ').nth(1)).unwrap_or("https: (an encrypted request)");
    seen.lock().unwrap_or_else(PoisonError::into_inner).push(url.to_owned());
    let page = "<!doctype html><link rel=icon href=data:,><title>Elsewhere</title>";
    let status = if url == PROBE { "200 OK" } else { "502 Bad Gateway" };
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n", page.len());
    drop((&stream).write_all(format!("{head}Connection: close\r\n\r\n{page}").as_bytes()));
}
