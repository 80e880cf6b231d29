// Types of `sandbox-explorer/solid`: teaches JSX of Solid the tag, with the attributes' names (`heading-level`), which Solid
// turns into property names itself; it would turn `headingLevel` into a name that does not exist.
//
//   import 'sandbox-explorer';
//   import type {} from 'sandbox-explorer/solid';

import type { JSX } from 'solid-js';
import type {
  SandboxExplorerAttributes,
  SandboxExplorerElement,
  SandboxExplorerEventMap,
  SandboxExplorerProperties,
} from './element.js';

type Forced = {
  [Name in keyof SandboxExplorerProperties as `prop:${Name}`]: SandboxExplorerProperties[Name];
};

type Listeners = {
  [Event in keyof SandboxExplorerEventMap as `on:${Event}`]?: (event: SandboxExplorerEventMap[Event]) => void;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'sandbox-explorer': JSX.HTMLAttributes<SandboxExplorerElement> &
        SandboxExplorerAttributes &
        Forced &
        Listeners;
    }
  }
}
