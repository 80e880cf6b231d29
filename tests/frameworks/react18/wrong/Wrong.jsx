// Never built: the wrapper is JavaScript, so there is no mistake that its types could refuse.
export const nothing = undefined;
