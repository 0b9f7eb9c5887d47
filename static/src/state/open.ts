import { connect } from '../api/client.ts';
import type { InitialData } from '../api/types.ts';
import { LiveLab } from './lab.svelte.ts';
import { systemClock } from './queue.ts';

/** The lab as a page has it: its server, its address, real time. */
export function openLab(initial: InitialData, embedded: boolean): LiveLab {
  return new LiveLab(initial, {
    api: connect(initial.root),
    embedded,
    clock: systemClock,
    random: Math.random,
  });
}
