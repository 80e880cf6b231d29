// An explorer that writes the history, like Next's router, and buttons that make the router do so.
'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { SandboxExplorerChangeDetail, SandboxExplorerElement } from 'sandbox-explorer';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/react';

export function Filtered() {
  const router = useRouter();
  const [heard, setHeard] = useState('');
  // By a ref, see ../Explorer.tsx.
  const listen = useCallback((explorer: SandboxExplorerElement) => {
    const hear = ({ detail }: CustomEvent<SandboxExplorerChangeDetail>) => setHeard(detail.query);
    explorer.addEventListener('sandbox-explorer-change', hear);
    return () => explorer.removeEventListener('sandbox-explorer-change', hear);
  }, []);
  return (
    <section>
      <button onClick={() => router.refresh()}>Refresh</button>
      <button onClick={() => router.replace('?y=1', { scroll: false })}>Replace</button>
      <button onClick={() => window.history.pushState(null, '', '?z=1')}>Push by hand</button>
      <output>{heard}</output>
      <sandbox-explorer ref={listen} url-key="explorer" loading="eager">
        <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
      </sandbox-explorer>
    </section>
  );
}
