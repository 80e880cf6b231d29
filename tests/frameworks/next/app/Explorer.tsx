// An explorer whose attributes, place and presence are React state. It is imported on the server too. The attributes
// have their HTML names, because the server writes them unchanged. The listener is set by a ref: React (19.3)
// ignores `onsandbox-explorer-change` in server-rendered HTML, https://github.com/facebook/react/issues/35446.
'use client';

import { useCallback, useState } from 'react';
import type { SandboxExplorerChangeDetail, SandboxExplorerElement } from 'sandbox-explorer';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/react';

export function Explorer() {
  const [lang, setLang] = useState('en');
  const [scope, setScope] = useState('part=4');
  const [unsorted, setUnsorted] = useState(true);
  const [sections, setSections] = useState(['explorer', 'before', 'after']);
  const [heard, setHeard] = useState('');
  const listen = useCallback((explorer: SandboxExplorerElement) => {
    const hear = ({ detail }: CustomEvent<SandboxExplorerChangeDetail>) => setHeard(`${detail.query}: ${detail.shown}`);
    explorer.addEventListener('sandbox-explorer-change', hear);
    return () => explorer.removeEventListener('sandbox-explorer-change', hear);
  }, []);

  return (
    <section>
      <button onClick={() => setLang('zh')}>Chinese</button>
      <button onClick={() => setScope('')}>All parts</button>
      <button onClick={() => setUnsorted(false)}>Sortable</button>
      <button onClick={() => setSections(([first, ...others]) => [...others, first])}>Rotate</button>
      <button onClick={() => setSections(['before', 'after'])}>Remove</button>
      <button onClick={() => setSections(['before', 'explorer', 'after'])}>Put back</button>
      <output>{heard}</output>
      {sections.map((section) =>
        section == 'explorer' ? (
          <sandbox-explorer
            key={section}
            ref={listen}
            lang={lang}
            scope={scope}
            loading="eager"
            heading-level={2}
            without-sort={unsorted}
          >
            <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
          </sandbox-explorer>
        ) : (
          <p key={section}>{section}</p>
        ),
      )}
    </section>
  );
}
