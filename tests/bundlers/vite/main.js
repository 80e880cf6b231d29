import { SandboxExplorerElement } from 'sandbox-explorer';

document.documentElement.dataset.version = SandboxExplorerElement.version;
