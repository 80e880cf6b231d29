// Runs in both pages before anything else. A time is taken in the frame in which the expected content is painted:
// detected in an animation frame, and read after that frame's layout and paint, when a message arrives.
(() => {
  const list = () =>
    (document.querySelector('sandbox-explorer')?.shadowRoot ?? document).querySelector('.se-cards');

  const afterPaint = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };

  // Number of cards shown, and the first one: read without layout.
  const seen = () => {
    const items = [...list().children].filter((item) => !item.hidden && item.querySelector('article'));
    return [items.length, items[0]?.querySelector('button').textContent];
  };

  const inFrames = (isRight, then) => {
    const look = () => (isRight() ? afterPaint(then) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  };

  globalThis.bench = {
    seen,
    firstCard: new Promise((resolve) => {
      inFrames(() => list()?.querySelector('article'), () => resolve(performance.now()));
    }),
    // All cards are there, and the page is idle.
    settled: (number) =>
      new Promise((resolve) => {
        inFrames(() => list() && seen()[0] == number, () => requestIdleCallback(() => resolve(), { timeout: 2000 }));
      }),
    // From the next event of this type to the frame that shows this; without a type, to the next frame.
    expect(type, number, first) {
      bench.result = new Promise((resolve) => {
        const onEvent = ({ timeStamp }) => {
          const isRight = () => {
            if (number == null) return true;
            const now = seen();
            return now[0] == number && now[1] == first;
          };
          inFrames(isRight, () => resolve([performance.now() - timeStamp, ...seen()]));
        };
        addEventListener(type, onEvent, { capture: true, once: true });
      });
    },
  };
})();
