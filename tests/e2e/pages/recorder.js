// Records the explorers' events, and whether their details are plain data.
window.heard = [];
for (const name of ['ready', 'change', 'select', 'error']) {
  document.addEventListener(`sandbox-explorer-${name}`, (event) => {
    const { detail } = event;
    const plain = Object.getPrototypeOf(detail) == Object.prototype && JSON.stringify(structuredClone(detail));
    window.heard.push({ name, detail, plain: plain == JSON.stringify(detail), by: event.target.id });
  });
}
