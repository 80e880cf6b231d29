// Records what blocks the page: long tasks, and the scripts that ran in long frames, by their files.
window.longTasks = [];
window.longScripts = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longTasks.push(duration);
}).observe({ type: 'longtask', buffered: true });
new PerformanceObserver((list) => {
  for (const { sourceURL, duration } of list.getEntries().flatMap(({ scripts }) => scripts)) {
    window.longScripts.push({ file: sourceURL.split('/').pop(), duration });
  }
}).observe({ type: 'long-animation-frame', buffered: true });
