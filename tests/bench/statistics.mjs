// Medians and ratios of the rows that run.mjs collects.
export const KINDS = ['tab', 'facet', 'key', 'sort', 'clear'];

/** The middle value, of two the smaller one. */
export function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor((sorted.length - 1) / 2)] : NaN;
}

/** The median of a figure of the operations of one kind in a row. */
export const ofKind = (kind, figure) => (row) =>
  median((row.operations ?? []).filter((one) => one.kind === kind).map((one) => one[figure]));

/** The rows of an implementation, of those that were measured whole. */
export const of = (rows, phase, name, n) =>
  rows.filter((row) => row.phase === phase && row.name === name && row.n === n && !row.error);

export const medianOf = (rows, phase, name, n, figure) => median(of(rows, phase, name, n).map(figure));

/** Ratios are taken within a round, so that noise of the machine is in both; then the median of these is taken. */
export function ratio(rows, phase, [name, other], n, figure) {
  const others = new Map(of(rows, phase, other, n).map((row) => [row.round, figure(row)]));
  return median(of(rows, phase, name, n).map((row) => figure(row) / others.get(row.round)));
}

/** The values by a key of each, in the order of their first. */
export function groupBy(values, key) {
  const groups = new Map();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
}
