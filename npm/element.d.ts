// Types of `sandbox-explorer/element`: the class alone, not yet registered under a tag name.

/** Languages with texts of their own; every other tag falls back region → language → `en`. */
export type SandboxExplorerLanguage = 'en' | 'zh' | (string & {});

/** Detail of `sandbox-explorer-ready`: the cards are shown. */
export interface SandboxExplorerReadyDetail {
  /** Number of projects that exist here, after `scope`. */
  projects: number;
}

/** Detail of `sandbox-explorer-change`: the reader filtered, searched, sorted or reset. */
export interface SandboxExplorerChangeDetail {
  /** The state shown now, in the format of the `query` attribute. */
  query: string;
  /** Number of projects shown. */
  shown: number;
}

/** Detail of `sandbox-explorer-select`: the reader opened the details of a project. */
export interface SandboxExplorerSelectDetail {
  /** Id of the project, for example `youki`. */
  project: string;
}

/**
 * Why the explorer did not start, or why `src` could not be shown.
 *
 * - `unsupported`: the browser has no WebAssembly
 * - `csp`: the page's `script-src` lacks `'wasm-unsafe-eval'`
 * - `file`: the page was opened as a file; use `sandbox-explorer.inline.js`
 * - `http`: the server answered with an error status, mostly 404
 * - `corrupt`: a file is damaged, not the expected one, or of another version, even when fetched past the cache
 * - `network`: no response, or one that the browser blocked (CORS, `connect-src`)
 * - `runtime`: the program itself failed
 * - `catalog`: the catalog of `src` cannot be loaded, or contains nothing to show
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

/** Detail of `sandbox-explorer-error`. */
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
  'sandbox-explorer-error': CustomEvent<SandboxExplorerErrorDetail>;
}

/** Cards of the CNCF Sandbox projects, with tabs, search and filters. Every property is also an attribute. */
export declare class SandboxExplorerElement extends HTMLElement {
  /** Version of this class, as in `package.json`. */
  static readonly version: string;
  static readonly observedAttributes: string[];

  /** Language of the interface and the texts; empty: the nearest `lang` in the page, then the browser's language. */
  lang: SandboxExplorerLanguage;
  /** `auto` follows the page, then the system. @default "auto" */
  theme: 'auto' | 'light' | 'dark';
  /** Which projects exist here, as a query string: `part=4`, `project=youki,kmesh` (order kept). @default "" */
  scope: string;
  /** The reader's filter, as a query string. Set it to change what is shown; read it to get the current one. @default "" */
  query: string;
  /** Which view is open first. @default "cards" */
  view: 'cards' | 'table' | 'timeline' | 'insights';
  /** The form of the explorer: a dense list, one project's card, its name inside a sentence. @default "full" */
  layout: 'full' | 'compact' | 'single' | 'inline';
  /**
   * Day on which the post was published (`2024-09-05`), to show changes since then; `none`: show no changes; empty: the day in the page's
   * metadata. @default ""
   */
  published: string;
  /** Part of the series that the reader is in, such as `4`. @default "" */
  currentPart: string;
  /** If set, the reader's filter is kept in the page's URL fragment under this key. @default "" */
  urlKey: string;
  /** Level of a card's heading, 2–6. @default 3 */
  headingLevel: number;
  /** `lazy` loads nothing until the element is near the viewport. @default "lazy" */
  loading: 'lazy' | 'eager';
  /** Address of a JSON catalog to show instead of the bundled one. @default "" */
  src: string;
  /** Directory from which the other files are loaded; empty: the one of this script. @default "" */
  base: string;
  /** Leaves out the search field. @default false */
  withoutSearch: boolean;
  /** Leaves out the category tabs. @default false */
  withoutTabs: boolean;
  /** Leaves out the facets. @default false */
  withoutFacets: boolean;
  /** Leaves out the sort control. @default false */
  withoutSort: boolean;

  /** Back to the page's own query: removes all of the reader's filters. */
  reset(): void;
  /**
   * Opens the details of a project; loads the explorer first if necessary. The element must be in a document.
   * @returns whether this project exists here
   */
  show(project: string): Promise<boolean>;

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

/** The names of the attributes a page may set. */
type Name =
  | 'lang'
  | 'theme'
  | 'scope'
  | 'query'
  | 'view'
  | 'layout'
  | 'published'
  | 'currentPart'
  | 'urlKey'
  | 'headingLevel'
  | 'loading'
  | 'src'
  | 'base'
  | 'withoutSearch'
  | 'withoutTabs'
  | 'withoutFacets'
  | 'withoutSort';

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
