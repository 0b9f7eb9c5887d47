import type { InitialData } from '../wire/types.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { Host } from './host.svelte.ts';
import { browserHost, type FrameMessenger } from './messenger.ts';

/** Connect a lab with the page around its frame, and open its session at the event that `start` in its address names. */
export function openFrame(lab: Lab, initial: InitialData, messenger: FrameMessenger, early: readonly MessageEvent[]): void {
  const host = new Host(lab, initial, messenger, browserHost);
  const hear = (event: MessageEvent): void => void host.hear(event.data, event.source, event.origin);
  host.open();
  early.forEach(hear);
  addEventListener('message', hear);
  whenWanted(initial.query.start, async () => {
    await lab.connection.begin();
    if (initial.query.autoplay === 1) lab.player.play();
  });
}

/** At once, when the frame is visible, or with the first click. */
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
