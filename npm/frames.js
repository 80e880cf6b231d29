// Optional, in the page around frames of the explorer: gives each the height that it says, so that it has no scroll bar of its own, and
// tells it what its sandbox allows, which it cannot know.
(() => {
  const frames = () => document.querySelectorAll('iframe[src*="sandbox-explorer.frame.html"]');
  addEventListener('message', ({ data, origin, source }) => {
    if (data?.type != 'sandbox-explorer:height' || !(data.height > 0)) return;
    for (const frame of frames()) {
      // A frame with `sandbox` has no origin and calls it "null".
      const isIts = origin == 'null' || origin == new URL(frame.src).origin;
      if (frame.contentWindow != source || !isIts) continue;
      frame.style.height = `${Math.min(data.height, 30000)}px`;
      source.postMessage({ type: 'sandbox-explorer:sandbox', sandbox: frame.getAttribute('sandbox') }, '*');
    }
  });
  // Those that were there first have said it already, to nobody.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: 'sandbox-explorer:hello' }, '*');
})();
