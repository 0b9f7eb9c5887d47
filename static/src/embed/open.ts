import type { InitialData } from '../api/types.ts';
import type { LiveLab } from '../state/lab.svelte.ts';
import { Host } from './host.svelte.ts';

/** A lab in a frame: speaks with the page around it, and asks for a session when its address says so. */
export function openFrame(lab: LiveLab, initial: InitialData): void {
  const host = new Host(lab, initial, {
    post: (message, target) => parent !== window && parent.postMessage(message, target),
    isParent: (source) => source === parent && parent !== window,
    width: () => document.documentElement.clientWidth,
    secret: () => /[?&#]secret=([\w-]{1,64})/.exec(location.hash)?.[1] ?? '',
  });
  host.open();
  addEventListener('message', (event) => void host.hear(event.data, event.source, event.origin));
  addEventListener('resize', () => host.resized());
  whenWanted(initial.query.start, async () => {
    await lab.begin();
    if (initial.query.autoplay === 1) lab.play();
  });
}

/** At once, in view, or never by itself: then the first click makes the session. */
function whenWanted(start: InitialData['query']['start'], begin: () => Promise<void>): void {
  if (start === 'auto') void begin();
  if (start !== 'visible') return;
  const seen = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    seen.disconnect();
    void begin();
  });
  seen.observe(document.body);
}
