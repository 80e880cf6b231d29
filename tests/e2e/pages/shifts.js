// Records every layout shift of the page that counts, with the nodes that moved.
window.shifts = [];
const describe = (node) => node?.id || node?.localName || String(node?.nodeName);
const write = (entries) => {
  for (const { value, hadRecentInput, sources } of entries) {
    if (!hadRecentInput) window.shifts.push({ value, moved: sources.map(({ node }) => describe(node)) });
  }
};
const observer = new PerformanceObserver((list) => write(list.getEntries()));
// An engine without layout-shift entries would warn in the console.
if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) observer.observe({ type: 'layout-shift', buffered: true });
// All shifts up to the last painted frame.
window.readShifts = async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  for (let n = 0; n < 3; n++) await frame();
  write(observer.takeRecords());
  return window.shifts;
};
