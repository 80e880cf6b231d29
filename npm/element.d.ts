// Types of `sandbox-explorer/element`: the class alone, not yet registered under a tag name.

// generated: languages; UPDATE=1 cargo test --test it generated
/** Languages with texts of their own; every other tag falls back region → language → `en`. */
export type SandboxExplorerLanguage = 'en' | 'zh' | 'zh-Hant' | (string & {});
// end of languages

// generated: events; UPDATE=1 cargo test --test it generated
/**
 * Why the explorer did not start, or why `src` or `catalog` could not be shown.
 *
 * - `unsupported`: the browser has no WebAssembly
 * - `csp`: the page's `script-src` lacks `'wasm-unsafe-eval'`
 * - `file`: the page was opened as a file; use `sandbox-explorer.inline.js`
 * - `http`: the server answered with an error status, mostly 404
 * - `corrupt`: a file is damaged, not the expected one, or of another version, even when fetched past the cache
 * - `network`: no response, or one that the browser blocked (CORS, `connect-src`)
 * - `runtime`: the program itself failed
 * - `catalog`: the catalog of `src` or `catalog` cannot be loaded, or contains nothing to show
 *
 * More causes may be added.
 */
export type SandboxExplorerErrorCause =
  | 'unsupported'
  | 'csp'
  | 'file'
  | 'http'
  | 'corrupt'
  | 'network'
  | 'runtime'
  | 'catalog'
  | (string & {});

/** Detail of `sandbox-explorer-ready`: the cards are there, at the start or again after an error; `projects` is how many exist here. */
export interface SandboxExplorerReadyDetail {
  /** Number of projects that exist here, after `scope`. */
  projects: number;
}

/** Detail of `sandbox-explorer-change`: the filter, or the projects shown or their order, have changed, whoever changed them. */
export interface SandboxExplorerChangeDetail {
  /** The state shown now, in the format of the `query` attribute. */
  query: string;
  /** Number of projects shown. */
  shown: number;
  /** Ids of the projects shown, in their order. */
  projects: string[];
}

/**
 * Detail of `sandbox-explorer-select`: the reader asks for the details of a project: cancelable, before they open. Or something else has
 * opened them: `show()`, a query, a link, Back.
 */
export interface SandboxExplorerSelectDetail {
  /** Id of the project, for example `youki`. */
  project: string;
}

/** Detail of `sandbox-explorer-compare`: the same of a comparison. */
export interface SandboxExplorerCompareDetail {
  /** Ids of the compared projects, in their order. */
  projects: string[];
}

/**
 * Detail of `sandbox-explorer-close`: the reader closes the details or a comparison: cancelable, before they close. Or something else has
 * closed them: a query, a link, Back, a removed column that leaves only one, or the browser at a second Escape.
 */
export interface SandboxExplorerCloseDetail {
  /** Ids of what was open: one for details, several for a comparison. */
  projects: string[];
}

/** Detail of `sandbox-explorer-error`: the explorer did not start, or `src` or `catalog` gave nothing to show. */
export interface SandboxExplorerErrorDetail {
  /** One sentence for people, in the language of the element. */
  message: string;
  /** One word for programs; it never changes. */
  cause: SandboxExplorerErrorCause;
}

export interface SandboxExplorerEventMap {
  'sandbox-explorer-ready': CustomEvent<SandboxExplorerReadyDetail>;
  'sandbox-explorer-change': CustomEvent<SandboxExplorerChangeDetail>;
  'sandbox-explorer-select': CustomEvent<SandboxExplorerSelectDetail>;
  'sandbox-explorer-compare': CustomEvent<SandboxExplorerCompareDetail>;
  'sandbox-explorer-close': CustomEvent<SandboxExplorerCloseDetail>;
  'sandbox-explorer-error': CustomEvent<SandboxExplorerErrorDetail>;
}
// end of events

/** A list in the format of `catalog.json`; an entry with a mistake is left out, and the console names the place and the reason. */
export interface SandboxExplorerCatalog {
  projects: readonly object[];
  // A list of one's own is mostly typed otherwise.
  [key: string]: any;
}

/** A client with the interface of InstantSearch: those of Algolia, Meilisearch, Typesense, Elasticsearch and OpenSearch have it. */
export interface SandboxExplorerSearchClient {
  search(requests: any): PromiseLike<any>;
}

/** A search service. Further keys are those of a catalog without `projects`: `title`, `about`, `item`, `fields`, `categories`, `lang` … */
export interface SandboxExplorerSearch {
  client: SandboxExplorerSearchClient;
  /** The index, if the client does not know it. */
  indexName?: string;
  /** Hits of a page, 1 to 200. Default: 24. */
  hitsPerPage?: number;
  /** What the attributes of a hit are: for a key of a project, `links.<name>` or `fields.<name>`, the name or path of the attribute. */
  attributes?: Record<string, string>;
  /** The attributes to filter by, in order. Default: those that the service counts by itself and that have 2 to 40 values. */
  facets?: readonly string[];
  /** The one that is shown as tabs. Default: the category, else the first one with 2 to 40 values. */
  tabs?: string;
  /** The orders to choose from, and the index of each. */
  sorts?: Partial<Record<'accepted' | 'name' | 'first-commit' | 'age' | 'stars' | 'last-commit', string>>;
  /** Further parameters of every request, such as `filters`. */
  parameters?: Record<string, unknown>;
  [key: string]: any;
}

/** Cards of the CNCF Sandbox projects, with tabs, search and filters. Every property except `catalog` and `searchClient` is also an attribute. */
export declare class SandboxExplorerElement extends HTMLElement {
  // generated: members; UPDATE=1 cargo test --test it generated
  /** Version of this class, as in `package.json`. */
  static readonly version: string;
  /** The attributes that may change at any time: all except `base`. */
  static readonly observedAttributes: string[];

  /**
   * Registers the class under a name, in the page’s registry or a scoped one. If the name is taken there, nothing happens. A class can
   * have one name in a registry: another one needs `class extends SandboxExplorerElement {}`.
   * @param tag name of the tag; `sandbox-explorer` if absent
   * @param registry where; `customElements` if absent
   * @returns the class that has the name there
   */
  static define(tag?: string, registry?: CustomElementRegistry): CustomElementConstructor;

  /**
   * Language of interface and texts: `en`, `zh`, `zh-Hant` or any BCP 47 tag (`zh-TW` is traditional Chinese); other languages get English.
   * Default: nearest `lang` in the page, then the browser's. @default ""
   */
  lang: SandboxExplorerLanguage;
  /** `auto`, `light`, `dark`. `auto` follows the page, live, and where the page says nothing, the system. @default "auto" */
  theme: 'auto' | 'light' | 'dark';
  /**
   * Which projects exist here, as a query string: `part=4`, `category=security-compliance`, `project=youki,kmesh` (order kept). Default:
   * all. @default ""
   */
  scope: string;
  /**
   * The reader’s filter, as a query string; reflects what is shown now. Three kinds of change are not taken as a new filter: a value that
   * the page repeats within a second of the change event, the removal of a value that the page never set (morphing), and, by attribute, the
   * value that the HTML began with. Default: empty. @default ""
   */
  query: string;
  /**
   * Where the reader’s filter starts, as a query string, where there is no `query`: taken once, and neither followed nor changed. With
   * it, the attribute `query` is left to the page; the property `query` still tells what is shown. Default: empty. @default ""
   */
  initialQuery: string;
  /** Which view is open first: `cards`, `table`, `timeline`, `insights`. @default "cards" */
  view: 'cards' | 'table' | 'timeline' | 'insights';
  /**
   * The form: `full`; `compact`, a dense list; `single`, one card (the first project of the scope); `inline`, only its name, for use inside
   * a sentence. @default "full"
   */
  layout: 'full' | 'compact' | 'single' | 'inline';
  /**
   * Day of the post (`2024-09-05`): cards show what has changed since; `none`: show no changes. Default: the page’s
   * `article:published_time`. @default ""
   */
  published: string;
  /** The part of the series that this post is, such as `4`. Default: none. @default "" */
  currentPart: string;
  /**
   * Keeps the reader's filter in the page's URL fragment under this key, with back and forward; letters, digits, `-`, `_`. Default: none:
   * the URL is never touched. @default ""
   */
  urlKey: string;
  /** Level of a card's heading, 2–6. @default 3 */
  headingLevel: number;
  /**
   * Address of a JSON catalog to show instead of the bundled one; needs `sandbox-explorer.reader.wasm` next to the other files; not
   * available as `data-src`. Default: bundled. @default ""
   */
  src: string;
  /** Leaves out the search. @default false */
  withoutSearch: boolean;
  /** Leaves out the category tabs. @default false */
  withoutTabs: boolean;
  /** Leaves out the filters. @default false */
  withoutFacets: boolean;
  /** Leaves out the choice of order. @default false */
  withoutSort: boolean;
  /** `lazy` waits until the reader scrolls near; `eager` does not. @default "lazy" */
  loading: 'lazy' | 'eager';
  /**
   * Directory of the other files; read when loading starts; not available as `data-base`. Default: where the loader came from. @default ""
   */
  base: string;
  /**
   * A catalog that the page has already: an object, or JSON text, with the format of `catalog.json`. It goes before `src`, and nothing is
   * fetched for it. The explorer copies it when it starts and whenever it is set; `null` is back to `src`, or the bundled catalog.
   */
  catalog: SandboxExplorerCatalog | string | null | undefined;
  /**
   * A search service that has the list: a client with the interface of InstantSearch, or an object with a `client` and what there is to say
   * about its index. It goes before `catalog` and `src`; needs `sandbox-explorer.reader.wasm` and `sandbox-explorer.service.wasm` next to
   * the other files.
   */
  searchClient: SandboxExplorerSearchClient | SandboxExplorerSearch | null | undefined;
  /**
   * A promise of the element, fulfilled when its cards are there, rejected when it cannot start or has nothing to show; the error has
   * message and `cause` of the event. Each new attempt has a promise of its own. Nothing appears in the console if nobody listens.
   */
  readonly ready: Promise<SandboxExplorerElement>;

  /** Clears all of the reader’s filters, and the projects picked for a comparison. */
  reset(): void;

  /**
   * Opens the details of a project, starting the explorer first if necessary; the element must be in a document.
   * @param project id of a project, for example `youki`
   * @returns `true` if the project exists here
   */
  show(project: string): Promise<boolean>;
  // end of members

  addEventListener<K extends keyof SandboxExplorerEventMap>(
    type: K,
    listener: (this: SandboxExplorerElement, event: SandboxExplorerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SandboxExplorerElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof SandboxExplorerEventMap>(
    type: K,
    listener: (this: SandboxExplorerElement, event: SandboxExplorerEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: SandboxExplorerElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

// generated: names; UPDATE=1 cargo test --test it generated
/** The names of the properties that a page may set. */
type Name =
  | 'lang'
  | 'theme'
  | 'scope'
  | 'query'
  | 'initialQuery'
  | 'view'
  | 'layout'
  | 'published'
  | 'currentPart'
  | 'urlKey'
  | 'headingLevel'
  | 'src'
  | 'withoutSearch'
  | 'withoutTabs'
  | 'withoutFacets'
  | 'withoutSort'
  | 'loading'
  | 'base'
  | 'catalog'
  | 'searchClient';
// end of names

/** `headingLevel` as `heading-level`. */
type Dashed<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Dashed<Rest>}`
  : Text;

/** The properties that a template or JSX may set. A number may also be a string. */
export type SandboxExplorerProperties = {
  [Key in Name]?: SandboxExplorerElement[Key] | (SandboxExplorerElement[Key] extends number ? `${number}` : never);
};

/** The same, by the names of the attributes. */
export type SandboxExplorerAttributes = {
  [Key in Name as Dashed<Key>]?: SandboxExplorerProperties[Key];
};

declare global {
  // The events bubble, so an ancestor may listen for them.
  interface HTMLElementEventMap extends SandboxExplorerEventMap {}
}
