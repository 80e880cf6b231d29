// React: one state, a memo of the result, and cards that are rendered once.
import { memo, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { empty, engine, load, options, toggle, year } from './core.js';

const items = await load();
const known = options(items);
const run = engine(items, known);

const Card = memo(({ item }) => (
  <article className="card">
    <h3>{item.name}</h3>
    <p className="cat">{item.category}</p>
    <p className="sum">{item.summary}</p>
    <p className="chips">
      {item.languages.map((language) => (
        <span className="chip" key={language}>
          {language}
        </span>
      ))}
    </p>
    <p className="meta">
      <span className="lic">{item.licence}</span>
      <span className="stars">{`★ ${item.stars}`}</span>
      <span className="year">{year(item)}</span>
    </p>
    <p className="links">
      <a href={item.website}>Website</a>
      <a href={item.repo}>Repository</a>
    </p>
  </article>
));

function App() {
  const [state, setState] = useState(empty);
  const { shown, counts } = useMemo(() => run(state), [state]);
  const set = (change) => setState((state) => ({ ...state, ...change }));
  const box = (facet, value, count) => (
    <label key={value}>
      <input type="checkbox" checked={state[facet].has(value)} onChange={() => set({ [facet]: toggle(state[facet], value) })} />
      {value} <span className="n">{count}</span>
    </label>
  );
  const tab = (category, text, count) => (
    <button key={text} role="tab" aria-selected={state.category === category} onClick={() => set({ category })}>
      {text} <span className="n">{count}</span>
    </button>
  );
  return (
    <>
      <div role="tablist">
        {tab('', 'All', counts.all)}
        {known.categories.map((category, i) => tab(category, category, counts.categories[i]))}
      </div>
      <div className="bar">
        <input type="search" aria-label="Search" value={state.letters} onChange={(event) => set({ letters: event.target.value })} />
        <select aria-label="Sort" value={state.sort} onChange={(event) => set({ sort: event.target.value })}>
          <option value="stars">Stars</option>
          <option value="name">Name</option>
        </select>
        <button className="clear" onClick={() => setState((state) => ({ ...empty(), sort: state.sort }))}>
          Clear all
        </button>
        <p role="status">{shown.length} projects</p>
      </div>
      <fieldset>
        <legend>Language</legend>
        {known.languages.map((language, i) => box('languages', language, counts.languages[i]))}
      </fieldset>
      <fieldset>
        <legend>Licence</legend>
        {known.licences.map((licence, i) => box('licences', licence, counts.licences[i]))}
      </fieldset>
      <div className="cards">
        {shown.map((i) => (
          <Card key={items[i].id} item={items[i]} />
        ))}
      </div>
    </>
  );
}
createRoot(document.getElementById('app')).render(<App />);
