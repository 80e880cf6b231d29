// Starts the page, or, with `?printed`, what the tool prints.
import { mount } from 'svelte';
import App from './App.svelte';
import Printed from './Printed.svelte';

mount(location.search == '?printed' ? Printed : App, { target: document.querySelector('#app')! });
