//! From bytes to text, as files are saved.

use sandbox_explorer_import::decode;

#[track_caller]
fn check(bytes: &[u8], expected: Result<&str, &str>) {
    let text = decode(bytes.to_vec()).map_err(|refused| refused.to_string());
    assert_eq!(text.as_deref().map_err(String::as_str), expected);
}

#[test]
fn text_is_utf_8_or_the_utf_16_of_spreadsheets() {
    check("Name\n梭子\n".as_bytes(), Ok("Name\n梭子\n"));
    check(b"\xff\xfeN\0a\0\xad\x68", Ok("Na梭"));
    check(b"\xfe\xff\0N\0a\x68\xad", Ok("Na梭"));
    // Half a letter at the end.
    check(b"\xff\xfeN\0a", Ok("N"));
    check(b"\x89PNG", Err("not UTF-8 at byte 1"));
    check(b"Name\xff", Err("not UTF-8 at byte 5"));
    check(b"", Ok(""));
}
