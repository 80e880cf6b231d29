// Solid: a signal for each choice, a memo of the result, and a keyed list.
import { createMemo, createSelector, createSignal, For } from 'solid-js';
import { render } from 'solid-js/web';
import { engine, load, options, toggle, year } from './core.js';

const items = await load();
const known = options(items);
const run = engine(items, known);

function Card(props) {
  const item = props.item;
  return (
    <article class="card">
      <h3>{item.name}</h3>
      <p class="cat">{item.category}</p>
      <p class="sum">{item.summary}</p>
      <p class="chips">
        {item.languages.map((language) => (
          <span class="chip">{language}</span>
        ))}
      </p>
      <p class="meta">
        <span class="lic">{item.licence}</span>
        <span class="stars">★ {item.stars}</span>
        <span class="year">{year(item)}</span>
      </p>
      <p class="links">
        <a href={item.website}>Website</a>
        <a href={item.repo}>Repository</a>
      </p>
    </article>
  );
}

function App() {
  const [category, setCategory] = createSignal('');
  const [letters, setLetters] = createSignal('');
  const [sort, setSort] = createSignal('stars');
  const [languages, setLanguages] = createSignal(new Set());
  const [licences, setLicences] = createSignal(new Set());
  const state = () => ({ category: category(), letters: letters(), sort: sort(), languages: languages(), licences: licences() });
  const result = createMemo(() => run(state()));
  const isSelected = createSelector(category);

  const box = (chosen, setChosen, value, count) => (
    <label>
      <input type="checkbox" checked={chosen().has(value)} onChange={() => setChosen(toggle(chosen(), value))} />
      {value} <span class="n">{count()}</span>
    </label>
  );
  const tab = (value, text, count) => (
    <button role="tab" aria-selected={isSelected(value) ? 'true' : 'false'} onClick={() => setCategory(value)}>
      {text} <span class="n">{count()}</span>
    </button>
  );
  const clear = () => {
    setCategory('');
    setLetters('');
    setLanguages(new Set());
    setLicences(new Set());
  };
  return (
    <>
      <div role="tablist">
        {tab('', 'All', () => result().counts.all)}
        {known.categories.map((value, i) => tab(value, value, () => result().counts.categories[i]))}
      </div>
      <div class="bar">
        <input type="search" aria-label="Search" value={letters()} onInput={(event) => setLetters(event.target.value)} />
        <select aria-label="Sort" onChange={(event) => setSort(event.target.value)}>
          <option value="stars">Stars</option>
          <option value="name">Name</option>
        </select>
        <button class="clear" onClick={clear}>
          Clear all
        </button>
        <p role="status">{result().shown.length} projects</p>
      </div>
      <fieldset>
        <legend>Language</legend>
        {known.languages.map((value, i) => box(languages, setLanguages, value, () => result().counts.languages[i]))}
      </fieldset>
      <fieldset>
        <legend>Licence</legend>
        {known.licences.map((value, i) => box(licences, setLicences, value, () => result().counts.licences[i]))}
      </fieldset>
      <div class="cards">
        <For each={result().shown}>{(i) => <Card item={items[i]} />}</For>
      </div>
    </>
  );
}
render(App, document.getElementById('app'));
