// Never run: compiled by check.mjs against the packed types, as used by a page, by a user of the class alone and by React 19.
import { SandboxExplorerElement, type SandboxExplorerChangeDetail } from 'sandbox-explorer';
import { SandboxExplorerElement as Same } from 'sandbox-explorer/element';
import 'sandbox-explorer/inline';
import type {} from 'sandbox-explorer/react';

const same: typeof SandboxExplorerElement = Same;
customElements.define('our-explorer', class extends same {});

const element = document.createElement('sandbox-explorer');
element.headingLevel = 2;
element.withoutSearch = true;
element.theme = 'dark';
// @ts-expect-error: a theme that does not exist
element.theme = 'blue';
element.addEventListener('sandbox-explorer-change', (event) => {
  const detail: SandboxExplorerChangeDetail = event.detail;
  console.log(detail.query, detail.shown.toFixed(), detail.projects.join());
});
element.addEventListener('click', (event) => console.log(event.clientX));
document.body.addEventListener('sandbox-explorer-error', ({ detail }) => console.log(detail.message, detail.cause));
element.catalog = { projects: [{ name: 'Loom' }], title: 'Ours' };
element.catalog = '{ "projects": [] }';
element.catalog = null;
interface Row { name: string; stars: number }
interface Rows { projects: Row[]; title: string }
declare const rows: Rows;
element.catalog = rows;
// @ts-expect-error: not a catalog
element.catalog = [];
const shown: Promise<boolean> = element.show('youki');
const ready: Promise<SandboxExplorerElement> = element.ready;
// @ts-expect-error: not to be set
element.ready = ready;
element.initialQuery = 'part=4';
element.addEventListener('sandbox-explorer-select', (event) => event.cancelable && event.preventDefault());
element.addEventListener('sandbox-explorer-close', ({ detail }) => console.log(detail.projects.join()));
element.addEventListener('sandbox-explorer-compare', ({ detail }) => console.log(detail.projects.join()));
SandboxExplorerElement.define();
SandboxExplorerElement.define('our-list', customElements);
const found: SandboxExplorerElement | null = document.querySelector('sandbox-explorer');
export { found, shown };

export const jsx = (
  <sandbox-explorer
    scope="part=4"
    lang="zh"
    headingLevel={2}
    withoutTabs
    catalog={rows}
    onsandbox-explorer-select={(event) => console.log(event.detail.project)}
    onsandbox-explorer-close={(event) => console.log(event.detail.projects.length)}
    initial-query="part=4"
  >
    <a href="#list">Projects</a>
  </sandbox-explorer>
);
// @ts-expect-error: not an attribute of ours
export const wrong = <sandbox-explorer scopes="part=4" />;
