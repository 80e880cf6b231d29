// Never built: each line below that says "wrong" must be rejected by the type checker, and no other line.
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/solid';

export const right = (
  <sandbox-explorer lang="zh-Hant" theme="dark" heading-level="2" without-tabs on:sandbox-explorer-select={(event) => event.detail.project}>
    <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
  </sandbox-explorer>
);
export const mistakes = [
  <sandbox-explorer theme="wrong" />,
  <sandbox-explorer loading={'wrong'} />,
  <sandbox-explorer heading-level="wrong" />,
  <sandbox-explorer prop:headingLevel={'wrong'} />,
  <sandbox-explorer without-tabs={'wrong'} />,
  <sandbox-explorer wrong="part=4" />,
  <sandbox-explorer on:sandbox-explorer-change={(event) => event.detail.wrong} />,
  <sandbox-explorer headingLevel={2} title="wrong: Solid would lower the name" />,
];
