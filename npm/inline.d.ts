// Types of `sandbox-explorer/inline`: a classic script, which registers `<sandbox-explorer>` and exports nothing.

import type { SandboxExplorerElement } from './element.js';

export {};

declare global {
  interface HTMLElementTagNameMap {
    'sandbox-explorer': SandboxExplorerElement;
  }
}
