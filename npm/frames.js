// Optional, in the page that embeds frames of the explorer: sets each frame to the height it reports, so that it has no scroll bar, and
// tells it what its sandbox allows, which it cannot know.
(() => {
  const frames = () => document.querySelectorAll('iframe[src*="sandbox-explorer.frame.html"]');
  addEventListener('message', ({ data, origin, source }) => {
    if (data?.type != 'sandbox-explorer:height' || !(data.height > 0)) return;
    for (const frame of frames()) {
      // A frame with `sandbox` has no origin; it reports "null".
      const isIts = origin == 'null' || origin == new URL(frame.src).origin;
      if (frame.contentWindow != source || !isIts) continue;
      frame.style.height = `${Math.min(data.height, 30000)}px`;
      source.postMessage({ type: 'sandbox-explorer:sandbox', sandbox: frame.getAttribute('sandbox') }, '*');
    }
  });
  // Frames loaded before this script have already sent their height, and nobody received it.
  for (const frame of frames()) frame.contentWindow.postMessage({ type: 'sandbox-explorer:hello' }, '*');
})();
