// Types of `sandbox-explorer/react`: teaches JSX of React 19 the tag. A separate file, because importing a module that is
// not installed would break the types of everyone without React:
//
//   import 'sandbox-explorer';
//   import type {} from 'sandbox-explorer/react';
//
// On a server, React writes every name unchanged, but HTML only knows `heading-level`; and in server-rendered HTML it
// ignores listeners of custom events (https://github.com/facebook/react/issues/35446). A server-rendered page needs the
// attributes' names, and a ref with addEventListener.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  SandboxExplorerAttributes,
  SandboxExplorerElement,
  SandboxExplorerEventMap,
  SandboxExplorerProperties,
} from './element.js';

type Listeners = {
  [Event in keyof SandboxExplorerEventMap as `on${Event}`]?: (event: SandboxExplorerEventMap[Event]) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'sandbox-explorer': DetailedHTMLProps<HTMLAttributes<SandboxExplorerElement>, SandboxExplorerElement> &
        SandboxExplorerProperties &
        SandboxExplorerAttributes &
        Listeners;
    }
  }
}
