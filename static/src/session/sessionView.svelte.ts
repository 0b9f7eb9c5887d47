import type { Session, StepAnswer } from '../wire/types.ts';
import { foresee, merge } from './merge.ts';
import { KnownNumbers } from './knownNumbers.svelte.ts';

/**
 * The moment on the stage: what the server confirmed, and, ahead of it, the steps that are on their way.
 * The picture moves at once; each answer is authoritative.
 */
export class SessionView {
  #confirmed: Session;
  #awaited = 0;
  readonly numbers = new KnownNumbers();
  shown: Session = $state.raw(undefined as unknown as Session);

  constructor(session: Session) {
    this.#confirmed = session;
    this.shown = session;
    this.numbers.load(session);
  }

  get confirmed(): Session {
    return this.#confirmed;
  }

  /** A step is asked for: draw it now where it is known what it will bring. */
  expect(): void {
    this.#awaited += 1;
    const seen = foresee(this.shown);
    // Only where everything before it is foreseen too.
    if (seen !== null && seen.position.step - this.#confirmed.position.step === this.#awaited) this.#show(seen);
  }

  /** The answer to a step. `expected`: it had been drawn ahead. */
  advance(answer: StepAnswer, expected: boolean): void {
    const before = this.#confirmed;
    this.#confirmed = merge(before, answer);
    if (expected) this.#awaited = Math.max(0, this.#awaited - 1);
    const here = this.#confirmed.position;
    const whole = answer.snapshot || here.iteration !== before.position.iteration || answer.parameters_changed;
    if (whole) this.numbers.load(this.#confirmed);
    this.numbers.learn(answer.changed);
    this.#look();
  }

  /** A whole session: it replaces everything. */
  replace(session: Session): void {
    this.#confirmed = session;
    this.#awaited = 0;
    this.numbers.load(session);
    this.numbers.spoil(session.stale ?? []);
    this.shown = session;
  }

  /** What was on its way will not come. */
  fallBack(): void {
    if (this.#awaited > 0) this.replace(this.#confirmed);
  }

  #look(): void {
    let seen = this.#confirmed;
    for (let k = 0; k < this.#awaited; k += 1) {
      const next = foresee(seen);
      if (next === null) break;
      seen = next;
      if (seen.operation) this.numbers.learn({ [seen.operation.ref]: seen.operation.value });
    }
    this.shown = seen;
    this.numbers.light(seen.operation);
  }

  #show(session: Session): void {
    if (session.operation) this.numbers.learn({ [session.operation.ref]: session.operation.value });
    this.shown = session;
    this.numbers.light(session.operation);
  }
}
