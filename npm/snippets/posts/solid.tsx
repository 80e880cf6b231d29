import 'sandbox-explorer';
import type {} from 'sandbox-explorer/solid';

export function Explorer() {
  return (
    <sandbox-explorer scope="part=4" heading-level={2}>
      <a href="https://www.cncf.io/sandbox-projects/">CNCF Sandbox projects</a>
    </sandbox-explorer>
  );
}
