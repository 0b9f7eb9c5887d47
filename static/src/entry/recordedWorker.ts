/** Replaces `stage/program/layoutWorker.ts` in a page of one file: its browser lays graphs out itself. */
import type { startWorker as start } from '../stage/program/layoutWorker.ts';

export const startWorker: typeof start = () => null;
