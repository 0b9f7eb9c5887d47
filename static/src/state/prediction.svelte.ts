import type { Verdict, Wish } from '../api/predicting.ts';
import type { Session, Unit } from '../api/types.ts';
import { Score, type Outcome } from './score.svelte.ts';

/** A judged answer, as a page around the frame hears of it. */
export interface Judged {
  verdict: Verdict;
  outcome: Outcome;
  seconds: number;
  /** The moment it was given at, in the words of an address; '' where that is too much for one. */
  moment: string;
}

/** Predict mode: whether it is on, what is asked just now, and how well it goes. */
export class Prediction {
  on = $state(false);
  /** What stands to be answered before the next step is done. */
  wish: Wish | null = $state.raw(null);
  /** How the last one ended, until the next is asked. */
  outcome: Outcome | null = $state.raw(null);
  judged: Judged | null = $state.raw(null);
  readonly score = new Score();

  #told = false;

  constructor(on: boolean) {
    this.on = on;
  }

  /** Whether a step has to wait for an answer; larger steps than a single number go freely. */
  isDue({ next }: Session, unit: Unit): boolean {
    return this.on && unit === 'term' && next !== null;
  }

  /** Ask for the number that comes next; at the end of an iteration that is one of the next iteration. */
  ask({ next, position: { step, steps } }: Session): void {
    if (next === null || this.wish !== null) return;
    this.outcome = null;
    this.wish = { ref: next.ref, ask: 'number', later: step === steps ? 1 : 0 };
  }

  done(outcome: Outcome): void {
    this.wish = null;
    this.outcome = outcome.tries > 0 ? outcome : null;
    this.#told = true;
  }

  /** The session moved: a question about its next number is over. What is said of the last one stays for that one step. */
  moved(): void {
    this.wish = null;
    if (!this.#told) this.outcome = null;
    this.#told = false;
  }

  record(verdict: Verdict, outcome: Outcome, seconds: number, moment: string): void {
    this.score.judged(outcome, seconds);
    this.judged = { verdict, outcome, seconds, moment };
  }
}
