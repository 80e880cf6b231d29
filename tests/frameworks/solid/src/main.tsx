// Starts the page, or, with `?printed`, what the tool prints.
import { render } from 'solid-js/web';
import { App } from './App';
import { Explorer } from './Printed';

render(() => (location.search == '?printed' ? <Explorer /> : <App />), document.querySelector('#app')!);
