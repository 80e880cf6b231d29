// Types of `sandbox-explorer/vue`: teaches templates of Vue 3 the tag. Its compiler must also know that it is not a
// Vue component: `isCustomElement: (tag) => tag == 'sandbox-explorer'`.
//
//   import 'sandbox-explorer';
//   import type {} from 'sandbox-explorer/vue';

import type { HTMLAttributes, PublicProps } from 'vue';
import type {
  SandboxExplorerAttributes,
  SandboxExplorerElement,
  SandboxExplorerEventMap,
  SandboxExplorerProperties,
} from './element.js';

// Written as `@sandbox-explorer-change`, checked as `onSandboxExplorerChange`.
type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

type Listeners = {
  [Event in keyof SandboxExplorerEventMap as Camel<`on-${Event}`>]?: (event: SandboxExplorerEventMap[Event]) => void;
};

declare module 'vue' {
  // For the slots of the element; Vue's own are written `v-slot`.
  interface HTMLAttributes {
    slot?: string;
  }
  interface GlobalComponents {
    'sandbox-explorer': new () => SandboxExplorerElement & {
      $props: HTMLAttributes &
        PublicProps &
        SandboxExplorerProperties &
        SandboxExplorerAttributes &
        Listeners;
    };
  }
}
