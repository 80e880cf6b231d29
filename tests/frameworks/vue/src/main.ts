// Starts the page, or, with `?printed`, what the tool prints.
import { createApp } from 'vue';
import App from './App.vue';
import Printed from './Printed.vue';

createApp(location.search == '?printed' ? Printed : App).mount('#app');
