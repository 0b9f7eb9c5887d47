import type { RetryLater } from '../wire/errors.ts';
import type { Problem } from '../wire/types.ts';

/** A call that the server has refused for now, and the seconds until it is repeated. */
export interface Retry {
  problem: Problem;
  seconds: number;
}

/** A retry and what it is for. */
export interface PendingRetry extends Retry {
  what: 'change' | 'session' | 'question';
}

const LEAST = 0.5; // seconds, also where the server asks for less
const MOST = 30;
/** Random share of a pause, so that pages that were refused together do not retry together. */
const SPREAD = 0.25;

/** The next try: after the seconds that the server asks for, doubled with each repetition, up to a bound. */
export function retryOf({ problem, seconds }: RetryLater, repeated: number, random: () => number): Retry {
  const asked = Math.min(Math.max(seconds, LEAST) * 2 ** repeated, MOST);
  return { problem, seconds: asked * (1 + SPREAD * random()) };
}
