// Records the page before the explorer starts, to report later what has changed. At the end of the body as a classic script:
// styles are loaded, modules have not run.
window.witness = null;
{
  // Properties that depend on the size of the explorer inside.
  const SIZES = /^(block-size|height|inline-size|width|perspective-origin|transform-origin)$/;
  const SAMPLE = 'html, body, main, h1, p, a, b, ul, li, table, th, td, form, input, button, blockquote';
  const PROTOTYPES = [Element, HTMLElement, Node, Document, Event, EventTarget, Object, Array, String, Promise];

  const look = () => {
    const facts = Object.fromEntries(Object.getOwnPropertyNames(window).map((name) => [`window.${name}`, 'there']));
    // ChromeDriver's, which runs the tests.
    delete facts['window.ret_nodes'];
    for (const element of document.querySelectorAll(SAMPLE)) {
      if (element.closest('sandbox-explorer')) continue;
      const holds = element.querySelector('sandbox-explorer') != null;
      const style = getComputedStyle(element);
      for (const name of style) {
        if (!(holds && SIZES.test(name))) facts[`${element.localName} { ${name} }`] = style[name];
      }
    }
    const page = document.documentElement.cloneNode(true);
    for (const explorer of page.querySelectorAll('sandbox-explorer')) explorer.remove();
    // The parser has not finished with the white space yet.
    facts.markup = page.outerHTML.replace(/\s+/g, '');
    facts.sheets = `${document.styleSheets.length} and ${document.adoptedStyleSheets.length} adopted`;
    facts.prototypes = PROTOTYPES.map((it) => Object.getOwnPropertyNames(it.prototype).length).join(' ');
    return facts;
  };

  const before = look();
  window.witness = () => {
    const now = look();
    const names = Object.keys({ ...before, ...now });
    return names.filter((name) => before[name] !== now[name]).map((name) => `${name}: ${before[name]} -> ${now[name]}`);
  };
}
