// What `sandbox-explorer/react`, `/vue`, `/svelte` and `/solid` are when they run: nothing. They are types only.
export {};
