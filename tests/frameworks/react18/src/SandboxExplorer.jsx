import { useEffect, useRef } from 'react';
import 'sandbox-explorer';

const EVENTS = { ready: 'onReady', change: 'onChange', select: 'onSelect', compare: 'onCompare', close: 'onClose', error: 'onError' };

export function SandboxExplorer({ catalog, children, ...props }) {
  const ref = useRef(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const element = ref.current;
    const tell = (event) => latest.current[EVENTS[event.type.slice('sandbox-explorer-'.length)]]?.(event);
    for (const name in EVENTS) element.addEventListener(`sandbox-explorer-${name}`, tell);
    return () => {
      for (const name in EVENTS) element.removeEventListener(`sandbox-explorer-${name}`, tell);
    };
  }, []);
  useEffect(() => {
    ref.current.catalog = catalog;
  }, [catalog]);
  const attributes = Object.entries(props).filter(([name]) => !Object.values(EVENTS).includes(name));
  return (
    <sandbox-explorer ref={ref} {...Object.fromEntries(attributes)}>
      {children}
    </sandbox-explorer>
  );
}
