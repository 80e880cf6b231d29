// Markdown puts a tag that it does not know into a paragraph. HTML ends that, and the tag with it, where a list begins, so that the fallback
// is beside the explorer and not in it. What is left tells: an explorer without elements, last in its paragraph; after that, links; and an
// empty paragraph, made of the end tag that has nothing more to end.

let isSaid;

/** Says so in the console, once for the page. */
export function warn(host) {
  const next = host.closest('p:has(+*+p:empty,+*+*+p:empty)')?.nextElementSibling;
  // Mostly a line break is left in the tag. Without one, only a list, or what --as links has printed, tells that it was not empty from
  // the start: blank lines in the tag make paragraphs.
  const isLeft = !host.firstElementChild && !host.nextSibling && (host.firstChild || next?.matches('ul,ol,dl,p:has(>[lang]>a)'));
  if (isSaid || !isLeft || !next?.querySelector('a')) return;
  isSaid = true;
  console.warn('sandbox-explorer: Markdown has put the tag into a <p>, and its list beside it. Use prerender --as links without blank lines, or a <div> around the tag');
}
