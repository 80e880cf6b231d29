// Types of `sandbox-explorer/react`: teaches JSX of React 19 the tag. Apart, because naming a module that is not
// installed would break the types of everyone without React:
//
//   import 'sandbox-explorer';
//   import type {} from 'sandbox-explorer/react';
//
// On a server React writes every name as it stands, and HTML knows `heading-level` only; and of what a server has rendered
// it ignores listeners of custom events (https://github.com/facebook/react/issues/35446). A page that is rendered there
// uses the attributes' names, and a ref with addEventListener.

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
