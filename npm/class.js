// The custom element class, and nothing else: it registers no name and does not know where its program is loaded from. The importer sets
// `SandboxExplorerElement.load` (element.js: files next to the module; inline.js: the script itself). Every visitor of a page downloads all
// of this, also those who never scroll down to the explorer, so it must stay under 2,304 bytes of brotli; everything that can be done in
// core.js or in Rust, which load later, is done there.

// Every attribute with the default of its property; the type of the default is the type of the property. Rust decides which values are
// allowed (src/options/rows.rs).
// generated: attributes; UPDATE=1 cargo test --test it generated
const ATTRIBUTES = {
  lang: '',
  theme: 'auto',
  scope: '',
  query: '',
  'initial-query': '',
  view: 'cards',
  layout: 'full',
  published: '',
  'current-part': '',
  'url-key': '',
  'heading-level': 3,
  src: '',
  'without-search': false,
  'without-tabs': false,
  'without-facets': false,
  'without-sort': false,
  loading: 'lazy',
  base: '',
};
// end of attributes

// Why the explorer could not start, by the `cause` that `sandbox-explorer-error` reports. (All other interface strings are in Rust, but these
// are needed when Rust is missing.)
// generated: lines; UPDATE=1 cargo test --test it generated
const LINES = {
  en: {
    failed: 'Sandbox Explorer could not start: ',
    again: 'Try again',
    unsupported: 'no WebAssembly',
    csp: "CSP lacks 'wasm-unsafe-eval'",
    file: 'file: needs sandbox-explorer.inline.js',
    http: 'missing',
    corrupt: 'damaged or mixed versions: reload',
    network: 'missing or offline',
    runtime: 'internal error',
  },
  zh: {
    failed: 'Sandbox Explorer 无法启动：',
    again: '重试',
    unsupported: '不支持 WebAssembly',
    csp: "CSP 缺少 'wasm-unsafe-eval'",
    file: 'file: 需用 sandbox-explorer.inline.js',
    http: '缺失',
    corrupt: '文件损坏或版本不符：请刷新',
    network: '缺失或断网',
    runtime: '内部错误',
  },
};
// end of lines

// Node has no HTMLElement, and importing this there (server rendering, tests) must not throw.
const Base = globalThis.HTMLElement ?? class {};

// Constructable style sheets are the only kind of style that even `style-src 'none'` allows.
// While nothing of ours follows the slot, the sheet reserves space, so that the content below does not jump. The explorer and the line that
// says why it failed are both parts, so each of them ends that; nodes of an extension do not. The small forms (`layout`) need no space and
// may be inline.
const hostSheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
hostSheet?.replaceSync?.(
  ':host(:not([layout],[hidden])){display:block;>slot:nth-last-child(1 of slot,[part]){display:block;min-height:900px}}',
);

// One program per directory and page, for any number of elements. A digit follows the directory, because every object has a property
// `constructor`.
const cores = {};

export class SandboxExplorerElement extends Base {
  static version = VERSION;

  // The importer sets `static load`: (base: string, host) => Promise<{ ready(host), mount(host, turn, end) }>; it may reject with an Error whose
  // `cause` is a key of LINES.

  // `base` is left out, because it is read only once, when loading starts.
  static observedAttributes = Object.keys(ATTRIBUTES).slice(0, -1);

  // Registers the class. Two posts on one page may both load the script: the first one wins and serves both.
  static define(tag = 'sandbox-explorer', registry = globalThis.customElements) {
    const first = registry?.get(tag);
    if (!first) registry?.define(tag, this);
    else if (this.version != first.version) console.warn(`${tag} ${this.version} ignored: ${first.version} is there`);
    return first ?? this;
  }

  #observer;
  #starting;
  #handle;
  #line;
  #settle;
  #states = this.attachInternals?.().states;

  constructor() {
    super();
    this.#turn('');
    // A declarative shadow root shows its own content until the explorer is there. Nodes that an extension has put into a fresh one stay.
    let root = this.shadowRoot;
    if (!root?.firstChild) (root ??= this.attachShadow({ mode: 'open' })).append(document.createElement('slot'));
    root.adoptedStyleSheets?.push(hostSheet);
    // Properties set before the class was defined are plain ones that hide its accessors: set them again.
    for (const [property, value] of Object.entries(this)) {
      delete this[property];
      this[property] = value;
    }
  }

  // Starts at once if the page asks for it or a link points to something here (see core.js), otherwise when the reader scrolls near. Safe
  // to call again.
  connectedCallback() {
    if (this.#starting) return;
    const key = this.urlKey;
    if (this.loading == 'eager' || (key && /^[=%]/.test(location.hash.split(key)[1]))) return this.#start();
    addEventListener('hashchange', this);
    (this.#observer ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: '400px' },
    )).observe(this);
  }

  async disconnectedCallback() {
    removeEventListener('hashchange', this);
    // A move in the document is a removal and an insertion in one go, and must not lose the reader's filter: check again when the move is
    // over.
    await 0;
    if (this.isConnected) return;
    this.#handle?.free();
    this.#line?.remove();
    this.#starting = this.#handle = null;
    this.#turn('');
  }

  // A link was followed before the start. (Afterwards the program handles links, and core.js removes this listener.)
  handleEvent() {
    if (this.connectedCallback()) this.scrollIntoView();
  }

  attributeChangedCallback(name, _, value) {
    if (name == 'loading') this.connectedCallback();
    else this.#handle?.set(name, value);
  }

  reset() {
    this.query = '';
    this.#handle?.reset();
  }

  #start() {
    if (!this.isConnected) return;
    this.#observer?.disconnect();
    return (this.#starting ??= this.#run());
  }

  async #run() {
    this.#turn('');
    let core;
    const { base } = this;
    const end = (error) => {
      // Forget a failed program, so that "Try again" fetches it again.
      delete cores[base + 0];
      this.#starting = this.#handle = null;
      this.#fail(error, core);
    };
    try {
      core = await (cores[base + 0] ??= this.constructor.load(base, this));
      await core.ready(this);
      // Meanwhile the element may have been removed, or removed, reinserted and started by the second insertion.
      if (!this.isConnected || this.#handle) return;
      this.#handle = core.mount(this, this.#turn, end);
    } catch (error) {
      end(error);
    }
  }

  // The promise `ready` and the state, `ready` or `failed`, with what the promise ends with; an empty one: before the end of a start. Nobody
  // has to listen to a promise that is rejected. (Older browsers have no such states, and another class may have taken them.)
  #turn = (state, end) => {
    if (!this.#settle) (this.ready = new Promise((resolve) => (this.#settle = resolve))).catch(() => {});
    if (state) this.#settle = this.#settle(end);
    try {
      this.#states.clear();
      this.#states.add(state);
    } catch {}
  };

  // Keeps what was visible; below it, one line says why the explorer failed, with a button to try again.
  #fail(error, core) {
    const cause = core
      ? 'runtime'
      : !globalThis.WebAssembly
        ? 'unsupported'
        : /unsafe-eval|by CSP/.test(error.message)
          ? 'csp'
          : location.protocol == 'file:'
            ? 'file'
            : (error.cause ?? 'corrupt');
    const tag = this.closest('[lang]')?.lang || navigator.language;
    const lines = LINES[tag.slice(0, 2).toLowerCase()] ?? LINES.en;
    const reason = lines.failed + lines[cause];
    const detail = reason + ` (${error.message ?? error})`;
    // Our own errors name the file and the status; browser messages are long, and go to the console.
    const message = error.cause ? detail : reason;
    const line = (this.#line ??= document.createElement('p'));
    if (!line.firstChild) {
      line.part = 'error';
      line.role = 'status';
      const button = document.createElement('button');
      button.textContent = lines.again;
      button.onclick = () => {
        // Clear the text, so that the same reason is announced again; keep the line, so that the button keeps the focus.
        line.firstChild.data = '';
        this.#start();
      };
      line.append('', button);
    }
    line.firstChild.data = message + ' ';
    if (!line.isConnected) this.shadowRoot.append(line);
    console.error(detail);
    this.#turn('failed', Promise.reject(Error(message, { cause })));
    this.dispatchEvent(new CustomEvent('sandbox-explorer-error', { bubbles: true, composed: true, detail: { message, cause } }));
  }

  async show(project) {
    await this.#start();
    return !!this.#handle?.show(project);
  }
}

for (const [name, fallback] of Object.entries(ATTRIBUTES)) {
  const camelCase = name.replace(/-./g, (match) => match[1].toUpperCase());
  Object.defineProperty(SandboxExplorerElement.prototype, camelCase, {
    get() {
      const value = this.getAttribute(name) ?? fallback;
      return fallback === false ? value + '' != 'false' : fallback === 3 ? +value || 3 : value;
    },
    set(value) {
      if (fallback === false) value = value ? '' : null;
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

// Properties without an attribute: a catalog that the page has already, and a search service; see catalogs.js. Accessors of the prototype,
// because frameworks look for these.
for (const name of ['catalog', 'searchClient']) {
  const kept = Symbol();
  Object.defineProperty(SandboxExplorerElement.prototype, name, {
    get() {
      return this[kept];
    },
    set(value) {
      this[kept] = value;
      this.attributeChangedCallback('src');
    },
  });
}
