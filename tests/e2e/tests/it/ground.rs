//! The background that the page paints behind the explorer, and every way in which it changes: attributes, style sheets and scripts,
//! on any ancestor, at once or gradually.

use e2e::site;
use e2e::visitor::Visitor;
use e2e::wait::eventually;

/// The explorer's scheme, with `+` if it brings its own background; then the text that is unreadable on the page's background, if any.
const LOOK: &str = "
    const look = () => {
        const region = explorer.shadowRoot.querySelector('[part=explorer]');
        const { colorScheme } = getComputedStyle(region);
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const rgba = (color) => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
        };
        const outer = (it) => it.assignedSlot ?? it.parentElement ?? it.getRootNode().host;
        // What the browser paints without any other background.
        const probe = document.documentElement.appendChild(document.createElement('i'));
        probe.style.color = 'Canvas';
        let ground = getComputedStyle(probe).color;
        probe.remove();
        for (let it = region; it; it = outer(it)) {
            const { backgroundColor, backgroundImage } = getComputedStyle(it);
            const [first] = backgroundImage.match(/^linear-gradient\\((rgb[^)]*\\))/)?.slice(1) ?? [];
            if (first) { ground = first; break; }
            if (rgba(backgroundColor)[3] > 200) { ground = backgroundColor; break; }
        }
        const light = (color) => {
            const [red, green, blue] = rgba(color).map((part) => (part / 255 <= .04 ? part / 255 / 12.92 : ((part / 255 + .055) / 1.055) ** 2.4));
            return .2126 * red + .7152 * green + .0722 * blue + .05;
        };
        const unreadable = ['article button', '.se-summary', '.se-link'].filter((selector) => {
            const pair = [ground, getComputedStyle(explorer.shadowRoot.querySelector(selector)).color].map(light);
            return Math.max(...pair) / Math.min(...pair) < 4.5;
        });
        return [colorScheme + (region.hasAttribute('data-own-colours') ? '+' : ''), ...unreadable].join(' ');
    };
    return look()";

fn look(visitor: &Visitor) -> String {
    visitor.author_runs(LOOK).as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn expect(visitor: &Visitor, after: &str, look: &str) {
    eventually(|| (after, self::look(visitor)), &(after, look.to_owned()));
}

/// A visitor of a page with this in its head and this around the explorer, which replaces the `*`.
fn on_page(system: &str, head: &str, body: &str) -> Visitor {
    let visitor = Visitor::comes_to(site::server());
    goes_to(&visitor, system, head, body);
    visitor
}

fn goes_to(visitor: &Visitor, system: &str, head: &str, body: &str) {
    visitor.browser.prefers("color-scheme", system);
    let body = body.replace('*', &site::tag("scope=part=4"));
    visitor.server.page(
        "/ground.html",
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><link rel=icon href=data:,>
             <script type=module src=/embed/sandbox-explorer.js></script>{head}</head><body>{body}</body></html>"
        ),
    );
    visitor.server.page("/dark.css", "body { background: #111; color: #eee }");
    visitor.server.page("/ground.css", "body { background: #111 !important }");
    visitor.open("/ground.html");
    visitor.waits_for_cards();
}

const LIGHT: &str = "<style id=light>body { background: #fff; color: #111 }</style>";

#[test]
fn it_follows_a_theme_that_changes_by_and_by() {
    // Like Material for MkDocs, and with colour transitions.
    let head = "<style>
        body { background: #fff; color: #111; transition: background-color .4s, color .4s }
        body[data-md-color-scheme=slate] { background: #111; color: #eee }
        body.slow { transition: background-color .3s .2s, color .1s }
        body.moving { animation: to-dark .3s forwards }
        @keyframes to-dark { to { background: #111; color: #eee } }
    </style>";
    let visitor = on_page("light", head, "*");
    expect(&visitor, "start", "light");
    for (on, off) in [
        ("document.body.dataset.mdColorScheme = 'slate'", "delete document.body.dataset.mdColorScheme"),
        (
            "document.body.className = 'slow'; document.body.dataset.mdColorScheme = 'slate'",
            "document.body.className = ''; delete document.body.dataset.mdColorScheme",
        ),
        ("document.body.className = 'moving'", "document.body.className = ''"),
    ] {
        visitor.author_runs(on);
        expect(&visitor, on, "dark");
        visitor.author_runs(off);
        expect(&visitor, off, "light");
    }
    visitor.expect_quiet();
}

#[test]
fn it_follows_whatever_it_stands_in() {
    let head = "<style>
        .light { background: #fff; color: #111 } .dark { background: #111; color: #eee } .ground { background: #111 }
        .slow { transition: background-color .3s }
    </style>";
    let visitor =
        on_page("light", head, "<div id=app class=light><section id=inner><p id=before></p>*</section></div>");
    expect(&visitor, "start", "light");
    // An application shell with a shadow root: its background is around a slot.
    visitor.author_runs(
        "inner.attachShadow({ mode: 'open' }).innerHTML =
             '<style>.dark { background: #111; color: #eee } .ground { background: #111 } .slow { transition: background-color .3s }</style><div id=wrap><slot></slot></div>';
         window.wrap = inner.shadowRoot.getElementById('wrap')",
    );
    for (on, off) in [
        ("app.className = 'v-theme--dark dark'", "app.className = 'v-theme--light light'"),
        ("app.className = 'ground'", "app.className = 'light'"),
        ("app.className = 'slow ground'", "app.className = 'slow light'"),
        ("inner.style.backgroundColor = 'black'", "inner.removeAttribute('style')"),
        (
            "inner.style.cssText = 'background: linear-gradient(#000, #222); color: white'",
            "inner.removeAttribute('style')",
        ),
        ("explorer.className = 'ground'", "explorer.className = ''"),
        ("explorer.style.backgroundColor = '#111'", "explorer.removeAttribute('style')"),
        ("explorer.style.cssText = 'background: #111; color: #eee'", "explorer.removeAttribute('style')"),
        ("wrap.className = 'dark'", "wrap.className = ''"),
        ("wrap.className = 'ground'", "wrap.className = ''"),
        ("wrap.className = 'slow ground'", "wrap.className = ''"),
    ] {
        visitor.author_runs(on);
        expect(&visitor, on, "dark");
        visitor.author_runs(off);
        expect(&visitor, off, "light");
    }
    visitor.expect_quiet();
}

#[test]
fn it_follows_style_sheets_however_they_change() {
    let visitor = on_page("light", LIGHT, "<main>*</main>");
    expect(&visitor, "start", "light");
    let add = |what: &str| format!("window.added = document.createElement('{what}');");
    let link =
        [&add("link"), "Object.assign(added, { rel: 'stylesheet', href: '/dark.css' }); document.head.append(added)"]
            .concat();
    let ground =
        [&add("link"), "Object.assign(added, { rel: 'stylesheet', href: '/ground.css' }); document.head.append(added)"]
            .concat();
    let style =
        [&add("style"), "added.textContent = 'main { background: #111 }'; document.head.append(added)"].concat();
    let in_body =
        [&add("style"), "added.textContent = 'main { background: #111 }'; document.body.append(added); added.remove"]
            .concat();
    for (on, off) in [
        (link.as_str(), "added.disabled = true"),
        ("added.disabled = false", "added.media = 'print'"),
        ("added.media = ''", "added.sheet.disabled = true"),
        ("added.sheet.disabled = false", "added.remove()"),
        (&ground, "added.remove()"),
        (&style, "added.firstChild.data = ''"),
        ("added.firstChild.data = 'body { background: #111; color: #eee }'", "added.remove()"),
        (&in_body, "added.textContent = ''"),
        ("light.sheet.insertRule('body { background: #111; color: #eee }', 1)", "light.sheet.deleteRule(1)"),
        (
            "light.sheet.cssRules[0].style.cssText = 'background: #111; color: #eee'",
            "light.sheet.cssRules[0].style.cssText = 'background: #fff; color: #111'",
        ),
        (
            "window.sheet = new CSSStyleSheet(); sheet.replaceSync('main { background: #111; color: #eee }');
             document.adoptedStyleSheets = [sheet]",
            "sheet.replaceSync('')",
        ),
        (
            "sheet.replaceSync('main { background: #111; color: #eee; transition: .3s }')",
            "document.adoptedStyleSheets = []",
        ),
    ] {
        visitor.author_runs(on);
        expect(&visitor, on, "dark");
        visitor.author_runs(off);
        expect(&visitor, off, "light");
    }
    visitor.expect_quiet();
}

#[test]
fn it_follows_where_it_is_moved() {
    let body =
        "<div style='background: #fff; color: #111'>*</div><div id=dark style='background: #111; color: #eee'></div>";
    let visitor = on_page("light", "", body);
    expect(&visitor, "start", "light");
    visitor.author_runs("dark.append(explorer)");
    expect(&visitor, "a move", "dark");
    visitor.author_runs("dark.style.backgroundColor = '#fff'; dark.style.color = '#111'");
    expect(&visitor, "a change there", "light");
    visitor.expect_quiet();
}

#[test]
fn what_the_page_has_left_to_the_browser_is_as_the_browser_has_painted_it() {
    let meta = |content: &str| format!("<meta name=color-scheme content='{content}'>");
    let visitor = Visitor::comes_to(site::server());
    let style = |scheme: &str| format!("<style>:root {{ color-scheme: {scheme} }}</style>");
    for (head, light, dark) in [
        (meta("light dark"), "light", "dark"),
        (meta("dark light"), "light", "dark"),
        (meta("dark"), "dark", "dark"),
        (meta("light"), "light", "light"),
        (meta("only light"), "light", "light"),
        // The first one counts.
        ([meta("dark"), meta("light")].concat(), "dark", "dark"),
        (style("light dark"), "light", "dark"),
        (style("dark"), "dark", "dark"),
        (style("only light"), "light", "light"),
        // The canvas stays white.
        ("<style>main { color-scheme: light dark }</style>".to_owned(), "light", "light"),
    ] {
        goes_to(&visitor, "light", &head, "<main>*</main>");
        expect(&visitor, &head, light);
        visitor.browser.prefers("color-scheme", "dark");
        expect(&visitor, &head, dark);
    }
    visitor.expect_quiet();
}

#[test]
fn a_meta_that_comes_later_counts() {
    let visitor = on_page("dark", "", "*");
    // The page specifies nothing: it is white, and the system prefers dark.
    expect(&visitor, "start", "dark+");
    visitor.author_runs(
        "window.meta = document.createElement('meta'); meta.name = 'color-scheme'; meta.content = 'light dark'; document.head.append(meta)",
    );
    expect(&visitor, "light dark", "dark");
    visitor.author_runs("meta.content = 'light'");
    expect(&visitor, "light", "light");
    visitor.author_runs("meta.remove()");
    expect(&visitor, "none", "dark+");
    visitor.expect_quiet();
}

#[test]
fn what_is_painted_counts_more_than_what_it_is_called() {
    let visitor = Visitor::comes_to(site::server());
    for (head, look) in [
        (
            "<style>body { background: #111; color: #eee }</style><script>document.documentElement.dataset.theme = 'light'</script>",
            "dark",
        ),
        (
            "<style>body { background: #fff; color: #222 }</style><script>document.documentElement.className = 'dark'</script>",
            "light",
        ),
        ("<style>:root { color-scheme: dark } body { background: #fff; color: #222 }</style>", "light"),
        // The background is painted by a sibling element, or is a picture.
        (
            "<style>body { color: #eee } body::before { content: ''; position: fixed; inset: 0; background: #111; z-index: -1 }</style>",
            "dark",
        ),
        ("<style>body { color: #eee; background: #fff url(/night.png) }</style>", "dark"),
        // Thin lines in a gradient are not the background.
        (
            "<style>body { color: #222; background: #fff linear-gradient(#444 1px, transparent 1px) 0 0 / 20px 20px }</style>",
            "light",
        ),
    ] {
        goes_to(&visitor, "light", head, "*");
        eventually(|| (head, look_at_scheme(&visitor)), &(head, look.to_owned()));
    }
    // The picture is missing.
    visitor.clear_console();
    visitor.expect_quiet();
}

fn look_at_scheme(visitor: &Visitor) -> String {
    look(visitor).split(' ').next().unwrap_or_default().to_owned()
}

#[test]
fn text_that_the_page_has_given_no_colour_for_its_ground_can_be_read() {
    // The paragraph's text has a colour, but the explorer is not in the paragraph.
    let visitor = on_page("light", "<style>body { background: #111 } p { color: #eee }</style>", "*");
    expect(&visitor, "black on black", "dark");
    visitor.author_runs("document.body.style.background = '#fff'");
    expect(&visitor, "black on white", "light");
    visitor.author_runs("document.body.style.color = '#eee'");
    expect(&visitor, "white on white", "light");
    visitor.expect_quiet();
}

#[test]
fn nothing_is_asked_while_nothing_changes() {
    let visitor = on_page("light", LIGHT, "<div id=app>*</div><div id=other></div>");
    expect(&visitor, "start", "light");
    let asked = "
        window.asked = 0;
        for (const name of ['getComputedStyle', 'requestAnimationFrame', 'setTimeout', 'setInterval']) {
            const original = window[name];
            // WebKitGTK's driver starts a timer in the page for every script.
            window[name] = (...given) => (window.asked += !/JavaScriptTimeout/.test(given[0]), original.apply(window, given));
        }";
    visitor.author_runs(asked);
    // Elements that are not ancestors do not matter.
    visitor.author_runs(
        "other.className = 'dark'; other.style.transition = 'background-color .01s'; other.offsetTop;
         return new Promise((done) => { other.addEventListener('transitionend', done); other.style.backgroundColor = 'black' })",
    );
    visitor.browser.run("return new Promise((done) => new Image().decode().catch(done))", &[]);
    assert_eq!(visitor.author_runs("return asked"), 0);
    visitor.author_runs("app.className = 'dark'");
    eventually(|| visitor.author_runs("return asked > 0"), &true);
    visitor.expect_quiet();
}
