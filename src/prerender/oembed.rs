//! An oEmbed response of type `rich`, for hosts that turn a pasted address into a frame.

use crate::text::escaped;
use serde_json::json;

use super::Request;

/// The size of the frame before it reports its own, in pixels.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 900;

/// Prints the response. It needs `--base`: a frame on another site needs the address of the files.
pub(super) fn print(request: &Request) -> Result<String, String> {
    if !request.base.starts_with("https://") && !request.base.starts_with("http://") {
        return Err(
            "base: oembed needs the address of the directory with the files, such as https://blog.example/embed/"
                .to_owned(),
        );
    }
    if !request.is_bundled() {
        return Err(
            "src: a frame shows the bundled catalog only, because whoever writes its address must not decide what \
                    its site shows"
                .to_owned(),
        );
    }
    let title = request.title().unwrap_or_default();
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Sandbox Explorer",
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame(request, title),
    });
    let json = serde_json::to_string_pretty(&answer).map_err(|error| error.to_string())?;
    Ok(json + "\n")
}

/// The frame, as in the README.
fn frame(request: &Request, title: &str) -> String {
    let mut address = format!("{}sandbox-explorer.frame.html", request.base);
    for (n, (name, value)) in request.attributes.iter().enumerate() {
        address += if n == 0 { "?" } else { "&" };
        address += &format!("{name}={}", percent_encoded(value));
    }
    format!(
        "<iframe src=\"{}\" title=\"{title}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" loading=\"lazy\" \
         name=\"allow-downloads allow-modals\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox \
         allow-downloads allow-modals\" style=\"border:0;width:100%\"></iframe>",
        escaped(&address)
    )
}

fn percent_encoded(value: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    value.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
