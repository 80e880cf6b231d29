//! The server: prints the application, and sends its program from the directory in `PKG`.

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use axum_example::{App, shell};
use leptos::prelude::*;
use leptos_axum::{LeptosRoutes, generate_route_list};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// On several threads: a request may be rendered on one, and dropped on another.
#[tokio::main(flavor = "multi_thread", worker_threads = 4)]
async fn main() {
    let options = LeptosOptions::builder().output_name("app").site_pkg_dir("pkg").build();
    let pkg = std::env::var("PKG").unwrap_or_else(|_| "pkg".to_owned());
    let style = || async { ([(CONTENT_TYPE, "text/css")], sandbox_explorer::style()) };
    let shown = options.clone();
    let router = Router::new()
        .leptos_routes(&options, generate_route_list(App), move || shell(shown.clone()))
        .route("/sandbox-explorer.css", get(style))
        .nest_service("/pkg", ServeDir::new(pkg))
        .with_state(options);
    let port = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let listener = TcpListener::bind(("127.0.0.1", port)).await.expect("a free port");
    println!("http://{}", listener.local_addr().expect("it is bound"));
    axum::serve(listener, router).await.expect("the server runs");
}
