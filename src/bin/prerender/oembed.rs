//! An oEmbed response of type `rich`, for hosts that turn a pasted address into a frame.

use sandbox_explorer::text::escaped;
use serde_json::json;

use super::Asked;

/// The size of the frame before it reports its own, in pixels.
const WIDTH: u32 = 800;
const HEIGHT: u32 = 900;

/// Prints the response. It needs `--base`: a frame on another site needs the address of the files.
pub(super) fn print(asked: &Asked) -> Result<String, String> {
    if !asked.base.starts_with("https://") && !asked.base.starts_with("http://") {
        return Err(
            "--as oembed needs --base <address of the directory with the files>, such as https://blog.example/embed/"
                .to_owned(),
        );
    }
    let title = asked.lang.messages().explorer;
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Sandbox Explorer",
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame(asked, title),
    });
    let json = serde_json::to_string_pretty(&answer).map_err(|error| error.to_string())?;
    Ok(json + "\n")
}

/// The frame, as in the README.
fn frame(asked: &Asked, title: &str) -> String {
    let mut address = format!("{}sandbox-explorer.frame.html", asked.base);
    for (n, (name, value)) in asked.set.iter().enumerate() {
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
