// A script tag or `import 'sandbox-explorer'` loads this: the class, registered as <sandbox-explorer>.
import { SandboxExplorerElement } from './element.js';
import { register } from './register.js';

register(SandboxExplorerElement);

export { SandboxExplorerElement };
