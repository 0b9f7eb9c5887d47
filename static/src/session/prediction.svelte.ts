import type { Verdict, QuestionSpec } from '../wire/quiz.ts';
import type { Session, Unit } from '../wire/types.ts';
import { recall, remember } from './storage.ts';
import { Score, type Outcome, type Tally } from './score.svelte.ts';

const KEPT = 'score';

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
  question: QuestionSpec | null = $state.raw(null);
  /** How the last one ended, until the next is asked. */
  outcome: Outcome | null = $state.raw(null);
  judged: Judged | null = $state.raw(null);
  readonly score = new Score();

  #justAnswered = false;
  /** Whether it is known what was counted before. */
  #resumed = false;

  constructor(on: boolean) {
    this.on = on;
  }

  /** Whether a step has to wait for an answer; larger steps than a single number go freely. */
  isDue({ next }: Session, unit: Unit): boolean {
    return this.on && unit === 'term' && next !== null;
  }

  /** Ask for the number that comes next; at the end of an iteration that is one of the next iteration. */
  ask({ next, position: { step, steps } }: Session): void {
    if (next === null || this.question !== null) return;
    this.outcome = null;
    this.question = { ref: next.ref, ask: 'number', later: step === steps ? 1 : 0 };
  }

  done(outcome: Outcome): void {
    this.question = null;
    this.outcome = outcome.tries > 0 ? outcome : null;
    this.#justAnswered = true;
  }

  /** The session moved: a question about its next number is over. What is said of the last one stays for that one step. */
  moved(): void {
    this.question = null;
    if (!this.#justAnswered) this.outcome = null;
    this.#justAnswered = false;
  }

  /** `scope` is the session or lesson that it counts for; null where nothing is kept. */
  record(judged: Judged, scope: string | null): void {
    this.score.judged(judged.outcome, judged.seconds);
    this.judged = judged;
    if (scope !== null) remember(KEPT, JSON.stringify({ scope, ...this.score.now, seconds: this.score.seconds }));
  }

  /** A page that goes on with a session or a lesson goes on counting. */
  resume(scope: string | null): void {
    if (this.#resumed || scope === null) return;
    this.#resumed = true;
    const kept = keptFor(scope);
    if (kept) this.score.resume(kept);
  }
}

/** What was counted for a session or lesson on this computer; null where it is another's, or is no count. */
function keptFor(scope: string): Tally | null {
  try {
    const kept = JSON.parse(recall(KEPT) ?? 'null') as (Tally & { scope: string }) | null;
    const counts = kept ? [kept.asked, kept.right, kept.streak, kept.seconds] : [];
    return kept?.scope === scope && counts.every((count) => Number.isFinite(count)) ? kept : null;
  } catch {
    return null;
  }
}
