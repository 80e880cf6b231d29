// Types of `sandbox-explorer/react`: teaches JSX of React 19 the tag. Apart, because naming a module that is not
// installed would break the types of everyone without React:
//
//   import 'sandbox-explorer';
//   import type {} from 'sandbox-explorer/react';

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SandboxExplorerElement, SandboxExplorerEventMap } from './element.js';

type Settable = Partial<
  Pick<
    SandboxExplorerElement,
    | 'theme'
    | 'scope'
    | 'query'
    | 'view'
    | 'urlKey'
    | 'headingLevel'
    | 'loading'
    | 'src'
    | 'base'
    | 'withoutSearch'
    | 'withoutTabs'
    | 'withoutFacets'
    | 'withoutSort'
  >
>;

type Listeners = {
  [K in keyof SandboxExplorerEventMap as `on${K}`]?: (event: SandboxExplorerEventMap[K]) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'sandbox-explorer': DetailedHTMLProps<HTMLAttributes<SandboxExplorerElement>, SandboxExplorerElement> &
        Settable &
        Listeners;
    }
  }
}
