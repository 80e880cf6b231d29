//! What the element promises besides its [attributes](crate::options): other properties, events, methods, parts, slots, states and query
//! keys, each with the words of the documentation. No program contains these texts. Custom properties have theirs in `style/tokens.css`.
//!
//! `UPDATE=1 cargo test --test it generated` prints types, manifest and documentation from here.

mod tokens;

pub use tokens::{PREFIX, Token, tokens};

/// A name and its meaning.
pub type Named = (&'static str, &'static str);

/// A name, its type in TypeScript and its meaning.
pub type Typed = (&'static str, &'static str, &'static str);

/// An event, sent as `sandbox-explorer-<name>`.
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// When it is sent.
    pub when: &'static str,
    /// Its plain data.
    pub detail: &'static [Typed],
}

/// A method.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub does: &'static str,
    /// Its parameters.
    pub parameters: &'static [Typed],
    /// The type of its result in TypeScript.
    pub result: &'static str,
    /// The meaning of its result; empty if there is none.
    pub returns: &'static str,
}

/// Every event. They bubble and are composed.
pub static EVENTS: &[Event] = &[
    Event {
        name: "ready",
        when: "the cards are there, at the start or again after an error; `projects` is how many exist here",
        detail: &[("projects", "number", "Number of projects that exist here, after `scope`.")],
    },
    Event {
        name: "change",
        when: "the filter, or the projects shown or their order, have changed, whoever changed them",
        detail: &[
            ("query", "string", "The state shown now, in the format of the `query` attribute."),
            ("shown", "number", "Number of projects shown."),
            ("projects", "string[]", "Ids of the projects shown, in their order."),
        ],
    },
    Event {
        name: "select",
        when: "the reader asks for the details of a project: cancelable, before they open. Or something else has opened them: `show()`, a \
               query, a link, Back",
        detail: &[("project", "string", "Id of the project, for example `youki`.")],
    },
    Event {
        name: "compare",
        when: "the same of a comparison",
        detail: &[("projects", "string[]", "Ids of the compared projects, in their order.")],
    },
    Event {
        name: "close",
        when: "the reader closes the details or a comparison: cancelable, before they close. Or something else has closed them: a query, \
               a link, Back, a removed column that leaves only one, or the browser at a second Escape",
        detail: &[("projects", "string[]", "Ids of what was open: one for details, several for a comparison.")],
    },
    Event {
        name: "error",
        when: "the explorer did not start, or `src` or `catalog` gave nothing to show",
        detail: &[
            ("message", "string", "One sentence for people, in the language of the element."),
            ("cause", "SandboxExplorerErrorCause", "One word for programs; it never changes."),
        ],
    },
];

/// Every method.
pub static METHODS: &[Method] = &[
    Method {
        name: "reset",
        does: "clears all of the reader’s filters, and the projects picked for a comparison",
        parameters: &[],
        result: "void",
        returns: "",
    },
    Method {
        name: "show",
        does: "opens the details of a project, starting the explorer first if necessary; the element must be in a document",
        parameters: &[("project", "string", "id of a project, for example `youki`")],
        result: "Promise<boolean>",
        returns: "`true` if the project exists here",
    },
];

/// A static method of the class.
pub static STATIC_METHODS: &[Method] = &[Method {
    name: "define",
    does: "registers the class under a name, in the page’s registry or a scoped one. If the name is taken there, nothing happens. A class can \
           have one name in a registry: another one needs `class extends SandboxExplorerElement {}`",
    parameters: &[
        ("tag", "string", "name of the tag; `sandbox-explorer` if absent"),
        ("registry", "CustomElementRegistry", "where; `customElements` if absent"),
    ],
    result: "CustomElementConstructor",
    returns: "the class that has the name there",
}];

/// The properties of an element that are no attributes and may be set.
pub static PROPERTIES: &[Typed] = &[
    (
        "catalog",
        "SandboxExplorerCatalog | string | null | undefined",
        "a catalog that the page has already: an object, or JSON text, with the format of `catalog.json`. It goes before `src`, and nothing is \
         fetched for it. The explorer copies it when it starts and whenever it is set; `null` is back to `src`, or the bundled catalog",
    ),
    (
        "searchClient",
        "SandboxExplorerSearchClient | SandboxExplorerSearch | null | undefined",
        "a search service that has the list: a client with the interface of InstantSearch, or an object with a `client` and what there is to \
         say about its index. It goes before `catalog` and `src`; needs `sandbox-explorer.reader.wasm` and `sandbox-explorer.service.wasm` next \
         to the other files",
    ),
];

/// The properties of an element that may only be read.
pub static READ_ONLY: &[Typed] = &[(
    "ready",
    "Promise<SandboxExplorerElement>",
    "a promise of the element, fulfilled when its cards are there, rejected when it cannot start or has nothing to show; the error has \
     message and `cause` of the event. Each new attempt has a promise of its own. Nothing appears in the console if nobody listens",
)];

/// The static properties of the class. Those of its elements are the attributes, [`PROPERTIES`] and [`READ_ONLY`].
pub static STATICS: &[Typed] = &[
    ("version", "string", "Version of this class, as in `package.json`."),
    ("observedAttributes", "string[]", "The attributes that may change at any time: all except `base`."),
];

/// Every slot; the one without a name is the default.
pub static SLOTS: &[Named] = &[
    (
        "",
        "the fallback, which is every child without a `slot`: shown until the explorer is there, and if it cannot start; links to your own posts",
    ),
    ("header", "at the top of the explorer; not with `layout` `single` or `inline`"),
    ("empty", "in place of the sentence that says that nothing matches; the buttons that help stay"),
    ("footer", "at the end of the explorer; not with `layout` `single` or `inline`"),
    ("card-<id>", "your note at the end of the card of the project with this id: `card-youki`; not in other views"),
];

/// Every state, as in `:state(…)`.
pub static STATES: &[Named] = &[
    ("ready", "the cards are there, and `ready` is fulfilled"),
    ("failed", "it could not start, or has nothing to show, and `ready` is rejected"),
];

/// Every part, as in `::part(…)`, roughly from top to bottom.
pub static PARTS: &[Named] = &[
    ("root", "the wrapper of everything"),
    ("explorer", "the explorer in it"),
    ("since", "the line that says what has changed since the post"),
    ("search", "the search"),
    ("search-input", "its box"),
    ("sort", "the choice of order"),
    ("tabs", "the list of tabs"),
    ("tab", "one tab"),
    ("all-tabs", "the button that opens a list of all categories; only with more than 20"),
    ("facets-button", "the button that opens the filters"),
    ("facets", "all filters"),
    ("facet", "one filter"),
    ("chip", "an active filter; with `layout=\"inline\"`, the name in the sentence"),
    ("take-button", "the button that opens sharing, printing and saving"),
    ("take", "the line with sharing, printing and saving"),
    ("views", "the choice of view"),
    ("view", "one of its buttons"),
    ("table", "the box of the table"),
    ("timeline", "the timeline"),
    ("cards", "the list of cards"),
    ("card", "one card"),
    ("mark", "its two-letter mark"),
    ("name", "its name, a button"),
    ("about", "what another catalog says about itself"),
    ("more", "the button that asks a search service for more hits"),
    ("summary", "its summary"),
    ("link", "a link"),
    ("dialog", "the details"),
    ("empty", "the message when nothing matches"),
    ("error", "the line that says why it did not start"),
];

/// The query keys that are no facets: before and after those of the facets.
pub static KEYS: (&[Named], &[Named]) = (
    &[("q", "search words")],
    &[
        (
            "project",
            "ids. In a scope: only these projects exist, in this order. In a query: one id opens the details of that project, two to \
             four ids are compared, in this order (of more, the first four)",
        ),
        (
            "sort",
            "`accepted` (newest first; best match while there is a search), `name`, `first-commit` (oldest first), `stars`, `age` (oldest \
             at acceptance first), `last-commit` (recently active first)",
        ),
        ("view", "`cards`, `table`, `timeline`, `insights`; absent: the one that the page opens first"),
    ],
);
