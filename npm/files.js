// Loads the files next to a module. All belong to one build: programs and texts are pinned by their hash, modules by the build id in
// them. A file of another build, or a damaged one, usually comes from a cache, so it is fetched once more past the cache before an
// error is reported.

// Fetches a file past the cache, for everybody who asks for it afterwards.
const renew = (address) =>
  fetch(address, { cache: 'reload' })
    .then((response) => response.text().then(() => response))
    .catch(() => {});

const failure = (file, cause) => {
  // The pinned file may have been deployed again; then this module is the outdated one, and the next page should get the new one.
  if (cause == 'corrupt') renew(import.meta.url);
  throw Error(file, { cause });
};

/** The file of this name at an address, if it has this hash. */
export const pinned = (name, address, integrity) => {
  const ask = () => fetch(address, { integrity });
  return ask().catch(async () => {
    // Missing, or the wrong file: only a request without the hash can tell.
    const other = await renew(address);
    const cause = other ? (other.ok ? 'corrupt' : 'http') : 'network';
    return ask().catch(() => failure(other ? `${name}: HTTP ${other.status}` : name, cause));
  });
};

const ours = (module) => {
  if (module.build != BUILD) throw 0;
  return module;
};
let again = '#';

/**
 * The module of this name and of this build. `own` imports it in the form that bundlers recognise, because only they know the name
 * they give it; `address` is where it is under its own name.
 */
export const imported = (name, address, own) =>
  own()
    .then(ours)
    .catch(async () => {
      await renew(address);
      // Browsers keep modules as long as the page lives; Firefox also remembers failures. Another fragment makes it another module,
      // from the same cache entry.
      return importAt(address + (again += 1)).catch(own).then(ours);
    })
    .catch((error) => failure(name, error instanceof TypeError ? 'network' : 'corrupt'));

/** The module at an address that no bundler needs to know. */
export const importAt = (address) => import(/* @vite-ignore */ /* webpackIgnore: true */ address);
