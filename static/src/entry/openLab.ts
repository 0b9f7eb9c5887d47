import { connect } from '../wire/client.ts';
import type { InitialData } from '../wire/types.ts';
import { LiveLab } from '../session/lab.svelte.ts';
import { systemClock } from '../session/queue.ts';

/** The lab as a page has it: its server, its address, real time. */
export function openLab(initial: InitialData, embedded: boolean): LiveLab {
  return new LiveLab(initial, {
    api: connect(initial.root),
    embedded,
    clock: systemClock,
    random: Math.random,
  });
}
