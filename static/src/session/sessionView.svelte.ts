import type { Session, StepAnswer } from '../wire/types.ts';
import { foresee, merge } from './merge.ts';
import { KnownNumbers } from './knownNumbers.svelte.ts';

/**
 * The session that the page shows: the confirmed one, and optimistically the pending steps, whose operations are known.
 * Each answer is authoritative.
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

  /** Show a pending step if its operation is known. */
  expect(): void {
    this.#awaited += 1;
    const seen = foresee(this.shown);
    // Only if all pending steps before it are shown too.
    if (seen !== null && seen.position.step - this.#confirmed.position.step === this.#awaited) this.#show(seen);
  }

  /** The answer to a step; `expected`: it was pending in the picture. */
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

  /** Replace everything by a whole session. */
  replace(session: Session): void {
    this.#confirmed = session;
    this.#awaited = 0;
    this.numbers.load(session);
    this.numbers.spoil(session.stale ?? []);
    this.shown = session;
  }

  /** Pending steps failed: show the confirmed session. */
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
