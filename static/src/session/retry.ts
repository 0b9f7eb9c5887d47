import type { RetryLater } from '../wire/errors.ts';
import type { Problem } from '../wire/types.ts';

/** A call that the server could not answer just now, and in how many seconds it is made again. */
export interface Retry {
  problem: Problem;
  seconds: number;
}

/** A retry and what it is for. */
export interface PendingRetry extends Retry {
  what: 'change' | 'session' | 'question';
}

const LEAST = 0.5; // seconds, whatever the server says
const MOST = 30;
/** The share by which a pause may grow, so that pages that were refused together do not return together. */
const SPREAD = 0.25;

/** The next try of a call that was refused: after what the server asks for, doubled with each repetition, up to a bound. */
export function retryOf({ problem, seconds }: RetryLater, repeated: number, random: () => number): Retry {
  const asked = Math.min(Math.max(seconds, LEAST) * 2 ** repeated, MOST);
  return { problem, seconds: asked * (1 + SPREAD * random()) };
}
