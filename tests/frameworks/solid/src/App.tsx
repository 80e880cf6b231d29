// An explorer whose attributes, place and presence are Solid signals.
import { createSignal, For } from 'solid-js';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/solid';

export function App() {
  const [lang, setLang] = createSignal('en');
  const [scope, setScope] = createSignal('part=4');
  const [unsorted, setUnsorted] = createSignal(true);
  const [sections, setSections] = createSignal(['explorer', 'before', 'after']);
  const [refuses, setRefuses] = createSignal(false);
  const [heard, setHeard] = createSignal('');

  return (
    <main>
      <h1>Solid</h1>
      <button onClick={() => setLang('zh')}>Chinese</button>
      <button onClick={() => setScope('')}>All parts</button>
      <button onClick={() => setUnsorted(false)}>Sortable</button>
      <button onClick={() => setSections(([first, ...others]) => [...others, first])}>Rotate</button>
      <button onClick={() => setSections(['before', 'after'])}>Remove</button>
      <button onClick={() => setSections(['before', 'explorer', 'after'])}>Put back</button>
      <button onClick={() => setRefuses(true)}>Refuse</button>
      <output>{heard()}</output>
      <For each={sections()}>
        {(section) =>
          section == 'explorer' ? (
            <sandbox-explorer
              lang={lang()}
              scope={scope()}
              loading="eager"
              prop:headingLevel={2}
              without-sort={unsorted()}
              on:sandbox-explorer-change={({ detail }) => setHeard(`${detail.query}: ${detail.projects.length}`)}
              on:sandbox-explorer-select={(event) => {
                if (refuses()) event.preventDefault();
                setHeard(`select ${event.detail.project}`);
              }}
            >
              <b slot="header">Ours</b>
              <i slot="card-youki">A note</i>
              <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
            </sandbox-explorer>
          ) : (
            <p>{section}</p>
          )
        }
      </For>
    </main>
  );
}
