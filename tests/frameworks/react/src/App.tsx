// An explorer whose attributes, place and presence are React state.
import { useState } from 'react';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/react';

export function App() {
  const [lang, setLang] = useState('en');
  const [scope, setScope] = useState('part=4');
  const [unsorted, setUnsorted] = useState(true);
  const [sections, setSections] = useState(['explorer', 'before', 'after']);
  const [refuses, setRefuses] = useState(false);
  const [heard, setHeard] = useState('');

  return (
    <main>
      <h1>React</h1>
      <button onClick={() => setLang('zh')}>Chinese</button>
      <button onClick={() => setScope('')}>All parts</button>
      <button onClick={() => setUnsorted(false)}>Sortable</button>
      <button onClick={() => setSections(([first, ...others]) => [...others, first])}>Rotate</button>
      <button onClick={() => setSections(['before', 'after'])}>Remove</button>
      <button onClick={() => setSections(['before', 'explorer', 'after'])}>Put back</button>
      <button onClick={() => setRefuses(true)}>Refuse</button>
      <output>{heard}</output>
      {sections.map((section) =>
        section == 'explorer' ? (
          <sandbox-explorer
            key={section}
            lang={lang}
            scope={scope}
            loading="eager"
            headingLevel={2}
            withoutSort={unsorted}
            onsandbox-explorer-change={({ detail }) => setHeard(`${detail.query}: ${detail.projects.length}`)}
            onsandbox-explorer-select={(event) => {
              if (refuses) event.preventDefault();
              setHeard(`select ${event.detail.project}`);
            }}
          >
            <b slot="header">Ours</b>
            <i slot="card-youki">A note</i>
            <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
          </sandbox-explorer>
        ) : (
          <p key={section}>{section}</p>
        ),
      )}
    </main>
  );
}
