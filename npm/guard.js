/**
 * The program's exports, so that a panic is the last thing it does: what is called afterwards (by a listener, a timer) does nothing,
 * and `died(error)` is told, once. An exception that comes out of the program is as bad as a panic: it left in the middle of something.
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
