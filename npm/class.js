// The custom element itself, and nothing else: it registers no name and does not know where its program comes
// from. Whoever uses it sets `SandboxExplorerElement.load` (element.js: from files beside it; inline.js: from the
// script itself). All of this is paid for by every visitor of a page, also those who never scroll down to the
// explorer, so it must stay under 2,304 bytes of brotli; whatever can be done in core.js or in Rust, which load later, is done there.

// Every attribute with the value its property has when it is absent; the type of that value is the property's type.
// What is allowed in each is decided in Rust (options.rs).
const ATTRIBUTES = {
  lang: '',
  theme: 'auto',
  scope: '',
  query: '',
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

// What can stop the explorer, by the word that `sandbox-explorer-error` reports, in English and Chinese. (Rust has all
// other words of the interface, but these are for when there is no Rust.)
const REASONS = {
  unsupported: ['no WebAssembly', '浏览器不支持 WebAssembly'],
  csp: ["CSP lacks 'wasm-unsafe-eval'", "CSP 缺少 'wasm-unsafe-eval'"],
  file: ['file: needs sandbox-explorer.inline.js', 'file: 需用 sandbox-explorer.inline.js'],
  http: ['not on the server', '服务器上没有'],
  corrupt: ['damaged or mixed versions: reload', '文件损坏或版本不一致：请刷新'],
  network: ['file missing or offline', '文件缺失或断网'],
  runtime: ['internal error', '内部错误'],
};

// Node has no HTMLElement, and importing this there (server rendering, tests) must not throw.
const Base = globalThis.HTMLElement ?? class {};

// Constructable sheets are the one kind of style that even `style-src 'none'` lets through.
// While nothing of ours follows the slot, it keeps room for what comes: what stands below shall not jump before the reader's eyes. The
// explorer and the line that says why there is none are both parts and end that; what an extension puts there does not. A small form
// (`layout`) wants no such room, and may stand in a line.
const hostSheet = globalThis.CSSStyleSheet && new CSSStyleSheet();
hostSheet?.replaceSync?.(
  ':host(:not([layout],[hidden])){display:block;>slot:nth-last-child(1 of slot,[part]){display:block;min-height:900px}}',
);

// One program per directory and page, however many elements there are.
const cores = new Map();

export class SandboxExplorerElement extends Base {
  static version = VERSION;

  // Whoever uses the class sets `static load`: (base: string) => Promise<{ mount(host, emit) }>; it may fail with an Error whose `cause` is a
  // key of REASONS.

  // `base` is left out, because it is read once, when loading starts.
  static observedAttributes = Object.keys(ATTRIBUTES).slice(0, -1);

  #observer;
  #starting;
  #handle;
  #line;

  constructor() {
    super();
    // A declarative shadow root shows its own content until ours is there. What an extension has put into a fresh one stays beside ours.
    let root = this.shadowRoot;
    if (!root?.firstChild) (root ??= this.attachShadow({ mode: 'open' })).append(document.createElement('slot'));
    root.adoptedStyleSheets?.push(hostSheet);
    // Properties set before the class was known are plain ones that hide its accessors: set them once more.
    for (const [property, value] of Object.entries(this)) {
      delete this[property];
      this[property] = value;
    }
  }

  // Starts at once, also where a link asks for something here (core.js has more on it), or when the reader comes near. Harmless to
  // call again.
  connectedCallback() {
    if (this.#starting) return;
    const key = this.urlKey;
    if (this.loading == 'eager' || (key && /^[=%]/.test(location.hash.split(key)[1]))) return this.#start();
    addEventListener('hashchange', this);
    this.#observer ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: '400px' },
    );
    this.#observer.observe(this);
  }

  // A link that is followed before it has started. (Afterwards the program hears of it, and core.js ends this.)
  handleEvent() {
    if (this.connectedCallback()) this.scrollIntoView();
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this);
    // A move in the document is a removal and an insertion in one go, and must not cost the reader their filter:
    // look again when the move is over.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#handle?.free();
      this.#line?.remove();
      this.#starting = this.#handle = null;
    });
  }

  attributeChangedCallback(name, _, value) {
    if (name == 'loading') this.connectedCallback();
    else this.#handle?.set(name, value);
  }

  async show(project) {
    await this.#start();
    return !!this.#handle?.show(project);
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
    const { base } = this;
    let core;
    const end = (error) => {
      // A failed program is forgotten: "try again" shall ask the network again.
      cores.delete(base);
      this.#starting = this.#handle = null;
      this.#fail(error, core);
    };
    try {
      if (!cores.has(base)) cores.set(base, this.constructor.load(base));
      core = await cores.get(base);
      // Meanwhile the element may be gone, or gone, back and started by its second life.
      if (!this.isConnected || this.#handle) return;
      // Later, so that a listener may call any method: Rust is not in the middle of something then, and the
      // handle is there.
      this.#handle = core.mount(this, (name, detail) =>
        queueMicrotask(() => this.#handle && (name == 'dead' ? end(detail) : this.#emit(name, detail))),
      );
    } catch (error) {
      end(error);
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent('sandbox-explorer-' + name, { bubbles: true, composed: true, detail }));
  }

  // What was to be seen stays; below it one line says why there is no more, and offers another try.
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
    const chinese = +/^zh/i.test(this.closest('[lang]')?.lang || navigator.language);
    const reason = ['Sandbox Explorer could not start: ', 'Sandbox Explorer 无法启动：'][chinese] + REASONS[cause][chinese];
    const detail = reason + ` (${error.message ?? error})`;
    // Our own errors name file and status; what browsers say is long, and for the console.
    const message = error.cause ? detail : reason;
    let line = this.#line;
    if (!line) {
      line = this.#line = document.createElement('p');
      line.part = 'error';
      line.role = 'status';
      const button = document.createElement('button');
      button.textContent = ['Try again', '重试'][chinese];
      button.onclick = () => {
        // Emptied, so that the same reason is announced again; kept, so that the button keeps the focus.
        line.firstChild.data = '';
        this.#start();
      };
      line.append('', button);
    }
    line.firstChild.data = message + ' ';
    if (!line.isConnected) this.shadowRoot.append(line);
    console.error(detail);
    this.#emit('error', { message, cause });
  }
}

for (const [name, fallback] of Object.entries(ATTRIBUTES)) {
  const camelCase = name.replace(/-./g, (match) => match[1].toUpperCase());
  Object.defineProperty(SandboxExplorerElement.prototype, camelCase, {
    get() {
      const value = this.getAttribute(name);
      return fallback === false ? !/^(null|false)$/.test(value) : fallback === 3 ? +value || 3 : (value ?? fallback);
    },
    set(value) {
      if (fallback === false) this.toggleAttribute(name, value);
      else if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
