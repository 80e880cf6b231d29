// Starts the page, or another one with `?owned`.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Owned } from './Owned';

createRoot(document.querySelector('#app')!).render(<StrictMode>{location.search == '?owned' ? <Owned /> : <App />}</StrictMode>);
