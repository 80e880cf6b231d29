//! Just enough of an HTML parser to query a rendered page for roles, names and visible text.

/// An element.
#[derive(Default, Debug)]
pub struct Node {
    pub tag: String,
    attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Node(Node),
    Text(String),
}

const VOID: [&str; 5] = ["input", "br", "hr", "img", "link"];

impl Node {
    /// Reads HTML. HTML that is not well-formed is a mistake of the program under test, so it panics.
    #[track_caller]
    pub fn parse(html: &str) -> Node {
        let mut open = vec![Node::default()];
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            open.last_mut().unwrap().add_text(text);
            if after.starts_with('!') {
                rest = after.split_once('>').expect("an unclosed comment").1;
                continue;
            }
            let (tag, after) = split_tag(after);
            rest = after;
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().unwrap();
                assert_eq!(closed.tag, name, "closed out of turn");
                open.last_mut().expect("closed but never opened").children.push(Child::Node(closed));
            } else {
                let node = Node::open(tag);
                match VOID.contains(&node.tag.as_str()) {
                    true => open.last_mut().unwrap().children.push(Child::Node(node)),
                    false => open.push(node),
                }
            }
        }
        open.last_mut().unwrap().add_text(rest);
        assert_eq!(open.len(), 1, "unclosed: {:?}", open.last().unwrap().tag);
        open.pop().unwrap()
    }

    fn open(tag: &str) -> Node {
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut node = Node { tag: name.to_owned(), ..Node::default() };
        while !rest.trim_start().is_empty() {
            rest = rest.trim_start();
            let end = rest.find(['=', ' ']).unwrap_or(rest.len());
            let name = rest[..end].to_owned();
            let mut value = "";
            rest = &rest[end..];
            if let Some(quoted) = rest.strip_prefix("=\"") {
                (value, rest) = quoted.split_once('"').expect("an unclosed attribute");
            }
            assert!(node.attr(&name).is_none(), "{name} stands twice in <{tag}>");
            node.attributes.push((name, unescape(value)));
        }
        node
    }

    fn add_text(&mut self, text: &str) {
        if !text.is_empty() {
            self.children.push(Child::Text(unescape(text)));
        }
    }

    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The descendants that are `wanted`, in the order of the page.
    pub fn filter(&self, wanted: &dyn Fn(&Node) -> bool) -> Vec<&Node> {
        let mut found = Vec::new();
        for child in &self.children {
            if let Child::Node(node) = child {
                found.extend(wanted(node).then_some(node));
                found.extend(node.filter(wanted));
            }
        }
        found
    }

    /// The descendants with this tag.
    pub fn tags(&self, tag: &str) -> Vec<&Node> {
        self.filter(&|node| node.tag == tag)
    }

    /// The descendants with this role, as assistive technology sees it.
    pub fn all(&self, role: &str) -> Vec<&Node> {
        self.filter(&|node| node.role() == role)
    }

    /// The only descendant with this role.
    #[track_caller]
    pub fn one(&self, role: &str) -> &Node {
        let all = self.all(role);
        assert_eq!(all.len(), 1, "elements of role {role}");
        all[0]
    }

    /// Its role: its own, or the implicit one of its tag.
    pub fn role(&self) -> &str {
        match (self.attr("role"), self.tag.as_str(), self.attr("type")) {
            (Some(role), ..) => role,
            (_, "a", _) => "link",
            (_, "h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) => "heading",
            (_, "ul" | "ol", _) => "list",
            (_, "li", _) => "listitem",
            (_, "fieldset", _) => "group",
            (_, "select", _) => "combobox",
            (_, "input", Some("search")) => "searchbox",
            (_, "input", Some(kind)) => kind,
            (_, tag, _) => tag,
        }
    }

    /// Its accessible name; for a control in a label, the label's text.
    pub fn name(&self) -> String {
        let legend = || self.tags("legend").first().filter(|_| self.tag == "fieldset").map(|legend| legend.text());
        self.attr("aria-label").map(str::to_owned).or_else(legend).unwrap_or_else(|| self.text())
    }

    /// Its readable text, with single spaces.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Without what is hidden, and without the paragraphs of cards that are empty.
    pub fn without_hidden(mut self) -> Node {
        let is_hidden = |node: &Node| {
            let is_empty = matches!(node.attr("class"), Some("se-part" | "se-kind" | "se-summary" | "se-insight-note"))
                && node.text().is_empty();
            node.attr("hidden").is_some() || is_empty
        };
        let children = self.children.into_iter().filter_map(|child| match child {
            Child::Node(node) => (!is_hidden(&node)).then(|| Child::Node(node.without_hidden())),
            text => Some(text),
        });
        self.children = children.collect();
        self
    }

    /// All text in it, hidden or not, with what attributes say.
    pub fn text_and_names(&self) -> String {
        let mut all = String::new();
        for name in ["aria-label", "title", "placeholder", "abbr"] {
            all.extend(self.attr(name).into_iter().flat_map(|text| [text, "\n"]));
        }
        for child in &self.children {
            match child {
                Child::Text(text) => all.push_str(text),
                Child::Node(node) => all += &node.text_and_names(),
            }
        }
        all + "\n"
    }

    fn collect(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Child::Text(piece) => text.push_str(piece),
                Child::Node(node) if node.attr("aria-hidden") == Some("true") => {}
                // Only phrasing elements are on one line with the text around them.
                Child::Node(node) if matches!(node.tag.as_str(), "span" | "a" | "b" | "time" | "button") => {
                    node.collect(text);
                }
                Child::Node(node) => {
                    text.push(' ');
                    node.collect(text);
                    text.push(' ');
                }
            }
        }
    }
}

/// A tag up to its `>`, which may also occur in the value of an attribute, and the rest.
fn split_tag(text: &str) -> (&str, &str) {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    let end = end.expect("an unclosed tag");
    (&text[..end], &text[end + 1..])
}

fn unescape(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}
