// Types of `sandbox-explorer/svelte`: teaches templates of Svelte 5 the tag:
//
//   import 'sandbox-explorer';
//   import type {} from 'sandbox-explorer/svelte';

import type { HTMLAttributes } from 'svelte/elements';
import type {
  SandboxExplorerAttributes,
  SandboxExplorerElement,
  SandboxExplorerEventMap,
  SandboxExplorerProperties,
} from './element.js';

type Listeners = {
  [Event in keyof SandboxExplorerEventMap as `on${Event}`]?: (event: SandboxExplorerEventMap[Event]) => void;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'sandbox-explorer': HTMLAttributes<SandboxExplorerElement> &
      SandboxExplorerProperties &
      SandboxExplorerAttributes &
      Listeners;
  }
}
