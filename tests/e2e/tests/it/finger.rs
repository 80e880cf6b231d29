//! Touch: phones zoom into the page at a field with text under 16 px, and stay zoomed.

use e2e::engine::Engine;
use e2e::visitor::Visitor;
use e2e::wait::eventually;
use serde_json::json;

#[test]
fn fields_have_text_that_no_phone_zooms_into() {
    // Other drivers have a mouse only.
    if Engine::current().name != "chromium" {
        return;
    }
    let visitor = Visitor::reads("");
    let metrics = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
    visitor.browser.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    visitor.browser.devtools("Emulation.setTouchEmulationEnabled", &json!({ "enabled": true }));
    visitor.reads_next(&e2e::site::tag(""));
    visitor.waits_for_cards();
    assert_eq!(visitor.author_runs("return matchMedia('(pointer: coarse)').matches"), true);
    // Also the fields of the details, and those that appear when the clipboard is not available.
    visitor.open_details("youki");
    for page_size in ["12px", "16px", "22px"] {
        visitor.author_runs(&format!("document.body.style.fontSize = '{page_size}'"));
        let small = visitor.author_runs(
            "const fields = [...explorer.shadowRoot.querySelectorAll('input, select, textarea')];
             const text = fields.filter((it) => !['checkbox', 'radio'].includes(it.type));
             if (text.length < 3) return text.length;
             return text.filter((it) => parseFloat(getComputedStyle(it).fontSize) < 16).map((it) => it.className)",
        );
        assert_eq!(small, json!([]), "{page_size}");
    }
    // Larger text of the page stays larger.
    eventually(
        || {
            visitor.author_runs(
                "return parseFloat(getComputedStyle(explorer.shadowRoot.querySelector('select')).fontSize) > 20",
            )
        },
        &true,
    );
    visitor.expect_quiet();
}
