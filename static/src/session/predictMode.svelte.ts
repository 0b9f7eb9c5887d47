import type { Verdict, QuestionSpec } from '../wire/quiz.ts';
import type { Session, Unit } from '../wire/types.ts';
import { recall, remember } from './storage.ts';
import { Score, type Outcome, type Tally } from './score.svelte.ts';

const KEPT = 'score';

/** A judged answer, as it is sent to the page around a frame. */
export interface Judged {
  verdict: Verdict;
  outcome: Outcome;
  seconds: number;
  /** The query of an address for the moment of the answer; '' where it would be too long. */
  moment: string;
}

/** Predict mode: whether it is on, the open question, and the score. */
export class PredictMode {
  on = $state(false);
  /** The question that must be answered before the next step. */
  question: QuestionSpec | null = $state.raw(null);
  /** How the last question ended, until the next one. */
  outcome: Outcome | null = $state.raw(null);
  judged: Judged | null = $state.raw(null);
  readonly score = new Score();

  #justAnswered = false;
  /** Whether the score of an earlier visit has been loaded. */
  #resumed = false;

  constructor(on: boolean) {
    this.on = on;
  }

  /** Whether a step must wait for an answer: only steps of a single number do. */
  isDue({ next }: Session, unit: Unit): boolean {
    return this.on && unit === 'term' && next !== null;
  }

  /** Ask for the next number; at the end of an iteration it is in the next one. */
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

  /** The session has changed: the question is over. The outcome of an answered one stays for one step. */
  moved(): void {
    this.question = null;
    if (!this.#justAnswered) this.outcome = null;
    this.#justAnswered = false;
  }

  /** `scope`: the session or lesson that it counts for; null where nothing is kept. */
  record(judged: Judged, scope: string | null): void {
    this.score.judged(judged.outcome, judged.seconds);
    this.judged = judged;
    if (scope !== null) remember(KEPT, JSON.stringify({ scope, ...this.score.now, seconds: this.score.seconds }));
  }

  /** Continue the score of an earlier visit to the session or lesson. */
  resume(scope: string | null): void {
    if (this.#resumed || scope === null) return;
    this.#resumed = true;
    const kept = keptFor(scope);
    if (kept) this.score.resume(kept);
  }
}

/** The score kept in this browser for a session or lesson; null where there is none. */
function keptFor(scope: string): Tally | null {
  try {
    const kept = JSON.parse(recall(KEPT) ?? 'null') as (Tally & { scope: string }) | null;
    const counts = kept ? [kept.asked, kept.right, kept.streak, kept.seconds] : [];
    return kept?.scope === scope && counts.every((count) => Number.isFinite(count)) ? kept : null;
  } catch {
    return null;
  }
}
