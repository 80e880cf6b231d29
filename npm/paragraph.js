// Markdown puts an unknown tag into a paragraph. HTML ends the paragraph, and the tag with it, where a list begins, so that the fallback
// ends up next to the explorer instead of inside it. The traces: an explorer without elements, last in its paragraph; then links; and an
// empty paragraph, which the unmatched end tag makes.

let isSaid;

/** Warns in the console, once per page. */
export function warn(host) {
  const next = host.closest('p:has(+*+p:empty,+*+*+p:empty)')?.nextElementSibling;
  // Usually a line break is left in the tag. Without one, only a list, or the output of --as links, shows that the tag was not empty from
  // the start: blank lines in the tag make paragraphs.
  const isLeft = !host.firstElementChild && !host.nextSibling && (host.firstChild || next?.matches('ul,ol,dl,p:has(>[lang]>a)'));
  if (isSaid || !isLeft || !next?.querySelector('a')) return;
  isSaid = true;
  console.warn('sandbox-explorer: Markdown has put the tag into a <p>, and its list beside it. Use prerender --as links without blank lines, or a <div> around the tag');
}
