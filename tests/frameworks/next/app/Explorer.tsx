// An explorer whose attributes, place and presence are state of React. It is imported on the server too. The attributes
// have the names that HTML knows, because the server writes them as they stand.
'use client';

import { useState } from 'react';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/react';

export function Explorer() {
  const [lang, setLang] = useState('en');
  const [scope, setScope] = useState('part=4');
  const [unsorted, setUnsorted] = useState(true);
  const [sections, setSections] = useState(['explorer', 'before', 'after']);
  const [heard, setHeard] = useState('');

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
            lang={lang}
            scope={scope}
            loading="eager"
            heading-level={2}
            without-sort={unsorted}
            onsandbox-explorer-change={({ detail }) => setHeard(`${detail.query}: ${detail.shown}`)}
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
