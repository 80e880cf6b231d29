// Records the console, for an engine that does not expose it. The server inserts this at the top of every page. The
// lines outlive the page, like those of a console.
{
  const key = 'e2e-console';
  const word = (it) => (typeof it == 'string' ? it : it instanceof Error ? `${it.name}: ${it.message}` : String(it));
  const lines = () => JSON.parse(sessionStorage.getItem(key) ?? '[]');
  const say = (level, ...words) =>
    sessionStorage.setItem(key, JSON.stringify([...lines(), `${level}: ${words.map(word).join(' ')}`]));

  const levels = { debug: 'INFO', log: 'INFO', info: 'INFO', dir: 'INFO', warn: 'WARNING', error: 'SEVERE', trace: 'INFO' };
  for (const [name, level] of Object.entries(levels)) {
    const original = console[name];
    console[name] = (...words) => {
      say(level, ...words);
      original.apply(console, words);
    };
  }
  // The error event of a resource is dispatched in the capture phase, and does not bubble.
  const failed = ({ target, message, filename }) =>
    message == null ? say('SEVERE', 'Failed to load resource:', target.src ?? target.href) : say('SEVERE', message, filename);
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', ({ reason }) => say('SEVERE', 'Unhandled rejection:', reason));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    say('SEVERE', `the policy's ${effectiveDirective} forbids ${blockedURI}`),
  );

  window.takeConsole = () => {
    const taken = lines();
    sessionStorage.removeItem(key);
    return taken;
  };
}
