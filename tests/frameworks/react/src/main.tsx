// Starts the page, or another one with `?owned` or `?printed`. Printed.tsx is what the tool prints.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Owned } from './Owned';
import { Explorer } from './Printed';

const pages: Record<string, () => React.JSX.Element> = { '?owned': Owned, '?printed': Explorer };
const Page = pages[location.search] ?? App;

createRoot(document.querySelector('#app')!).render(<StrictMode><Page /></StrictMode>);
