// Rendered by the server for each request, and hydrated in the browser.
import { Explorer } from './Explorer';

export const dynamic = 'force-dynamic';

export default function Page() {
  return (
    <main>
      <h1>Next</h1>
      <Explorer />
    </main>
  );
}
