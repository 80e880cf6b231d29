// An explorer in React 18, through the wrapper of docs/hosts.md: attributes, a list, slots and refusals are React state.
import { useState } from 'react';
import { SandboxExplorer } from './SandboxExplorer.jsx';

const OURS = { title: 'Ours', projects: [{ name: 'Loom', summary: 'Connects services.', links: { website: 'https://loom.example/' } }] };

export function App() {
  const [lang, setLang] = useState('en');
  const [catalog, setCatalog] = useState(null);
  const [refuses, setRefuses] = useState(true);
  const [isThere, setIsThere] = useState(true);
  const [note, setNote] = useState('youki');
  const [heard, setHeard] = useState([]);
  const hear = (what) => setHeard((heard) => [...heard, what]);

  return (
    <main>
      <h1>React 18</h1>
      <button onClick={() => setLang('zh')}>Chinese</button>
      <button onClick={() => setRefuses(false)}>Allow</button>
      <button onClick={() => setNote('kuasar')}>Other card</button>
      <button onClick={() => setCatalog(OURS)}>Ours</button>
      <button onClick={() => setIsThere(!isThere)}>Toggle</button>
      <output>{heard.join(' | ')}</output>
      {isThere && (
        <SandboxExplorer
          lang={lang}
          catalog={catalog}
          loading="eager"
          initial-query="language=rust"
          onReady={({ detail }) => hear(`ready ${detail.projects}`)}
          onChange={({ detail }) => hear(`change ${detail.projects.length}`)}
          onSelect={(event) => {
            if (refuses) event.preventDefault();
            hear(`select ${event.detail.project} ${refuses ? 'refused' : 'allowed'}`);
          }}
          onClose={({ detail }) => hear(`close ${detail.projects.join()}`)}
        >
          <b slot="header">From React</b>
          <p slot={`card-${note}`}>Our note</p>
          <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
        </SandboxExplorer>
      )}
    </main>
  );
}
