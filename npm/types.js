// `sandbox-explorer/react`, `/vue`, `/svelte` and `/solid` at run time: nothing. They only have types.
export {};
