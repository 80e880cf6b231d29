// The files beside a module. All are of one build: programs and texts are pinned by their hash, modules by the id of the build that
// they bear. What is of another build or damaged lay in a cache, as a rule, and is asked for past it, once, before anybody is told.

// Brings a file past the cache, for all who ask for it afterwards.
const renew = (address) =>
  fetch(address, { cache: 'reload' })
    .then((response) => response.text().then(() => response))
    .catch(() => {});

const failure = (file, cause) => {
  // What is pinned here may have been deployed anew; then this module is the old one, and the next page shall have the new one.
  if (cause == 'corrupt') renew(import.meta.url);
  throw Error(file, { cause });
};

/** The file of this name at an address, if it is the one with this hash. */
export const pinned = (name, address, integrity) => {
  const ask = () => fetch(address, { integrity });
  return ask().catch(async () => {
    // Not there, or not the one: only without the pin can one tell.
    const other = await renew(address);
    const cause = !other ? 'network' : other.ok ? 'corrupt' : 'http';
    return ask().catch(() => failure(other ? `${name}: HTTP ${other.status}` : name, cause));
  });
};

const ours = (module) => {
  if (module.build != BUILD) throw 0;
  return module;
};
let again = '#';

/**
 * The module of this name, of this build. `own` imports it in the form in which bundlers find it, because what they call it is known
 * only to them; `address` is where it would be by that name.
 */
export const imported = (name, address, own) =>
  own()
    .then(ours)
    .catch(async () => {
      await renew(address);
      // Browsers remember modules for as long as the page lives, Firefox also that one could not be had. With another fragment it is
      // another one, from the same place in the cache.
      return importAt(address + (again += 1)).catch(own).then(ours);
    })
    .catch((error) => failure(name, error instanceof TypeError ? 'network' : 'corrupt'));

/** The module at an address that no bundler needs to know. */
export const importAt = (address) => import(/* @vite-ignore */ /* webpackIgnore: true */ address);
