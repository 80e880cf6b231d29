// Starts the configurator; the page loads this module when the reader comes near.
import init from './kit.js';

await init();
