// Nodes of React around and inside explorers: children that are added and removed, in the tag and in a div, and a filter that is written back
// late, as routers and debounced stores do.
import { useState } from 'react';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/react';

export function Owned() {
  const [query, setQuery] = useState('');
  const [links, setLinks] = useState(['first', 'second']);
  const [isThere, setIsThere] = useState(true);
  const children = (
    <>
      {links.length ? <strong>{links.length} links</strong> : 'None'}
      {links.map((link) => (
        <a key={link} href={`/${link}`}>
          {link}
        </a>
      ))}
    </>
  );

  return (
    <main>
      <h1>React</h1>
      <button onClick={() => setQuery('part=4')}>Part 4</button>
      <button onClick={() => setLinks([...links].reverse())}>Reverse</button>
      <button onClick={() => setLinks(links.slice(1))}>Fewer</button>
      <button onClick={() => setLinks([`third${links.length}`, ...links])}>More</button>
      <button onClick={() => setIsThere(!isThere)}>Toggle</button>
      <output>{query}</output>
      <sandbox-explorer
        query={query}
        loading="eager"
        onsandbox-explorer-change={({ detail }) => setTimeout(() => setQuery(detail.query), 30)}
      >
        {children}
      </sandbox-explorer>
      {isThere && (
        <div id="owned" data-sandbox-explorer="" data-loading="eager">
          {children}
        </div>
      )}
    </main>
  );
}
