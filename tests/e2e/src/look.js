// Finds elements as a visitor does: by role and name, in the light tree or in an open shadow root. Sent along with
// every query, so it works on any page and with any content security policy. Names follow the accname rules as far
// as they matter for the explorer; one test compares them with Chromium's accessibility tree.
const ROLES = {
  a: 'link', article: 'article', button: 'button', dialog: 'dialog', fieldset: 'group', h1: 'heading', h2: 'heading',
  h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'listitem', main: 'main', ol: 'list',
  option: 'option', output: 'status', pre: 'code', select: 'combobox', table: 'table', td: 'cell', tr: 'row', ul: 'list',
};
const INPUTS = { checkbox: 'checkbox', radio: 'radio', search: 'searchbox' };

const HEADS = { col: 'columnheader', row: 'rowheader' };

const roleOf = (element) =>
  element.getAttribute('role') ??
  (element.localName == 'input' ? INPUTS[element.type] : ROLES[element.localName] ?? HEADS[element.scope]);

// An element without a box is visible through its children, in its parent.
const isShown = (element) =>
  getComputedStyle(element).display == 'contents'
    ? isShown(element.parentElement)
    : element.checkVisibility({ visibilityProperty: true });

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

// The text for screen readers: parts separated from each other, without hidden or decorative ones.
function textOf(node) {
  if (node.nodeType == Node.TEXT_NODE) return node.data;
  if (node.nodeType != Node.ELEMENT_NODE || node.ariaHidden == 'true' || node.hidden) return '';
  const text = [...node.childNodes].map(textOf).join('');
  // A highlight is inside a word.
  return node.localName == 'mark' ? text : ` ${text} `;
}

function nameOf(element) {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labels = ids.map((id) => element.getRootNode().getElementById(id)).filter(Boolean);
  if (labels.length) return tidy(labels.map(textOf).join(' '));
  if (element.ariaLabel) return tidy(element.ariaLabel);
  if (element.localName == 'fieldset') return tidy(textOf(element.querySelector('legend') ?? element));
  if (element.labels?.length) {
    // A label around a select also contains its options.
    const own = [...element.labels].map((label) =>
      [...label.childNodes].filter((child) => child != element).map(textOf).join(' '),
    );
    return tidy(own.join(' '));
  }
  return tidy(textOf(element));
}

// "Rust 4" is found as "Rust": the number is the count of the name.
const isCalled = (element, name) => {
  const full = nameOf(element);
  return full == name || (full.startsWith(name + ' ') && /^ \d+$/.test(full.slice(name.length)));
};

function all(root, role, name) {
  const is = (element) => roleOf(element) == role && element.ariaHidden != 'true' && isShown(element);
  const found = [...root.querySelectorAll('*')].filter(is);
  return name == null ? found : found.filter((element) => isCalled(element, name));
}

// The nth custom element's shadow root; without a number, the document.
function place(nth) {
  if (nth == null) return document;
  return document.querySelectorAll('sandbox-explorer')[nth]?.shadowRoot;
}

const questions = {
  find: (root, role, name) => all(root, role, name)[0],
  within: (root, outerRole, outerName, role, name) => {
    // A page may have two groups with the same name.
    const found = all(root, outerRole, outerName).flatMap((outer) => all(outer, role, name))[0];
    return found?.closest('label') ?? found;
  },
  // What a screen reader reads from the top: one line each.
  outline: (root) =>
    [...root.querySelectorAll('*')]
      .filter((element) => roleOf(element) && isShown(element) && !element.closest('[aria-hidden=true]'))
      .filter((element) => !['listitem', 'row', 'cell', 'option'].includes(roleOf(element)))
      .map((element) => tidy(`${roleOf(element)} ${roleOf(element) == 'heading' ? element.localName[1] : ''} ${['list', 'article', 'tablist'].includes(roleOf(element)) ? element.ariaLabel ?? '' : nameOf(element)}`.slice(0, 90))),
  names: (root, role) => all(root, role).map(nameOf),
  namesWithin: (root, outerRole, outerName, role) => {
    const outer = all(root, outerRole, outerName)[0];
    return outer ? all(outer, role).map(nameOf) : [];
  },
  textsWithin: (root, outerRole, outerName, role) => {
    const outer = all(root, outerRole, outerName)[0];
    return outer ? all(outer, role).map((element) => tidy(textOf(element))) : [];
  },
  cards: (root) => all(root, 'article').map((card) => tidy(textOf(all(card, 'heading')[0] ?? card))),
  card: (root, project) => {
    const card = all(root, 'article').find((card) => all(card, 'heading', project).length);
    return card && tidy(textOf(card));
  },
  status: (root) => tidy(textOf(all(root, 'status')[0] ?? document.createElement('p'))),
  selected: (root) => all(root, 'tab').filter((tab) => tab.ariaSelected == 'true').map(nameOf),
  options: (root, facet) => {
    const boxes = all(root, 'group', facet).flatMap((group) => all(group, 'checkbox'));
    return boxes.map((box) => {
      const [, name, count] = nameOf(box).match(/^(.*?) (\d+)$/) ?? [];
      return [name, +count, box.checked, !box.disabled];
    });
  },
  order: (root, name) => {
    const select = all(root, 'combobox', name)[0];
    return select?.selectedOptions[0]?.textContent;
  },
  orders: (root, name) => [...(all(root, 'combobox', name)[0]?.options ?? [])].map((option) => option.textContent),
  option: (root, name, option) =>
    [...(all(root, 'combobox', name)[0]?.options ?? [])].find((it) => it.textContent == option),
  focused: () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element && element != document.body ? [roleOf(element) ?? element.localName, nameOf(element)] : null;
  },
  links: (root, outerRole, outerName) => {
    const outer = all(root, outerRole, outerName)[0];
    return (outer ? all(outer, 'link') : []).map((link) => [nameOf(link), link.href, link.target, link.rel]);
  },
  states: (root, role, name) => {
    const found = all(root, role, name)[0];
    return found && [found.ariaPressed, found.ariaDisabled].map(String);
  },
  // The visible rows of a table, as the texts of their cells.
  rowsOf: (root, outerRole, outerName) => {
    const rows = all(root, outerRole, outerName)[0]?.querySelectorAll('tr') ?? [];
    return [...rows].filter(isShown).map((row) => [...row.cells].map((cell) => tidy(textOf(cell))));
  },
  rows: (root) =>
    all(root, 'row')
      .filter((row) => all(row, 'cell').length)
      .map((row) => [...all(row, 'rowheader'), ...all(row, 'cell')].map((cell) => tidy(textOf(cell)))),
  heads: (root) => all(root, 'columnheader').map((head) => [nameOf(head), head.getAttribute('aria-sort')]),
  pressed: (root, group) =>
    all(root, 'group', group)
      .flatMap((group) => all(group, 'button'))
      .filter((button) => button.ariaPressed == 'true')
      .map(nameOf),
  // Each heading with the pictures that follow it.
  pictures: (root) => {
    const found = [];
    for (const element of root.querySelectorAll('*')) {
      if (!isShown(element)) continue;
      if (roleOf(element) == 'heading') found.push([nameOf(element), []]);
      if (roleOf(element) == 'img') found.at(-1)?.[1].push(nameOf(element));
    }
    return found;
  },
  text: (root, role, name) => {
    const found = all(root, role, name)[0];
    return found ? tidy(textOf(found)) : null;
  },
};

const [question, nth, ...rest] = arguments;
const root = place(nth);
return root ? questions[question](root, ...rest) : null;
