// Types of `sandbox-explorer`, which registers `<sandbox-explorer>`.

import type { SandboxExplorerElement } from './element.js';

export * from './element.js';

declare global {
  interface HTMLElementTagNameMap {
    'sandbox-explorer': SandboxExplorerElement;
  }
}
