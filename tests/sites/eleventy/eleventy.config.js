// <!-- snippet -->

// A site in a subdirectory, like many.
export const config = { pathPrefix: '/blog/' };
