/**
 * Wraps the exports of a program, so that a panic ends it: later calls (from a listener, a timer) do nothing, and `died(error)` is
 * called once. An exception out of the program is as bad as a panic: it left a call unfinished.
 */
export function guard(exports, died) {
  let dead;
  const guarded = (call) => (...values) => {
    if (dead) return;
    try {
      return call(...values);
    } catch (error) {
      if (!dead) {
        dead = true;
        died(error);
      }
    }
  };
  const all = Object.entries(exports);
  return Object.fromEntries(all.map(([name, it]) => [name, typeof it == 'function' ? guarded(it) : it]));
}
