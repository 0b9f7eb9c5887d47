import type { Changed, Session, Spec, StepAnswer } from '../wire/types.ts';
import { Foresight, type Foreseen } from './foresight.ts';
import { KnownNumbers } from './knownNumbers.svelte.ts';
import { merge } from './merge.ts';
import type { Move } from './change.ts';

/** A change that waits for its answer: a step, or null for one whose outcome only the server knows. */
type Pending = Move | null;

const TERM: Move = { way: 'on', unit: 'term' };

const isSame = (a: Session, b: Session): boolean =>
  a.position.iteration === b.position.iteration && a.position.step === b.position.step && a.operation?.value === b.operation?.value;

/**
 * The session that the page shows: the confirmed one, and over it the steps that wait, as far as it is known where they lead.
 * Each answer is authoritative.
 */
export class SessionView {
  readonly numbers = new KnownNumbers();
  readonly foresight = new Foresight();
  /** That of the session shown. Apart from it: most steps leave it as it is, and do not ask its readers. */
  spec: Spec = $state.raw(undefined as unknown as Spec);
  #shown: Session = $state.raw(undefined as unknown as Session);
  #confirmed: Session;
  /** In the order in which they will be answered. */
  #pending: Pending[] = [];
  /** What each of the first pending steps shows. */
  #drawn: Session[] = [];

  constructor(session: Session) {
    this.#confirmed = session;
    this.shown = session;
    this.numbers.load(session);
    this.foresight.about(session);
  }

  get shown(): Session {
    return this.#shown;
  }

  set shown(session: Session) {
    this.#shown = session;
    this.spec = session.spec;
  }

  get confirmed(): Session {
    return this.#confirmed;
  }

  /** A change waits: a step is shown at once, if everything before it is shown as well. */
  expect(pending: Pending): void {
    this.#pending.push(pending);
    if (this.#drawn.length === this.#pending.length - 1) this.#draw();
  }

  /** More steps are foreseen than before. */
  drawMore(): void {
    this.#draw();
  }

  /** The answer to the first `count` pending changes. */
  confirm(answer: StepAnswer, count: number): void {
    const before = this.#confirmed;
    const seen = this.#drawn[count - 1];
    this.#confirmed = merge(before, answer);
    const here = this.#confirmed;
    this.#pending.splice(0, count);
    this.#drawn.splice(0, count);
    this.foresight.about(here);
    if (count === 1) this.foresight.passed(before, here, answer.changed);
    const isWhole = answer.snapshot !== null || here.position.iteration !== before.position.iteration || answer.parameters_changed;
    // What the picture shows already is not drawn again.
    if (!seen) this.#redraw(answer.changed, isWhole);
    else if (!isSame(seen, here) || !this.#correct(answer.changed, isWhole)) this.#redraw(answer.changed, true);
  }

  /** Replace everything by a whole session, which answers the first `count` pending changes. Its numbers may be other ones. */
  replace(session: Session, count = 0): void {
    this.#confirmed = session;
    this.#pending.splice(0, count);
    this.foresight.forget();
    this.foresight.about(session);
    this.#drawn = [];
    this.numbers.load(session);
    this.numbers.spoil(session.stale ?? []);
    this.shown = session;
    this.#draw();
  }

  /** Pending changes are not made: show the confirmed session. */
  fallBack(): void {
    const isAhead = this.#drawn.length > 0;
    this.#pending = [];
    if (isAhead) this.replace(this.#confirmed);
  }

  /** The answer confirms what is shown: only what was not foreseen is put in. False where it does not fit the steps shown after it. */
  #correct(changed: Changed, isWhole: boolean): boolean {
    const later = this.#restep();
    if (later === null) return false;
    if (later.length === 0 && isWhole) this.numbers.load(this.#confirmed);
    if (!later.some((step) => step.isWhole)) {
      const own = new Set(later.flatMap((step) => Object.keys(step.changed)));
      this.numbers.learn(Object.fromEntries(Object.entries(changed).filter(([ref]) => !own.has(ref))));
    }
    this.numbers.light(this.shown.operation);
    this.#draw();
    return true;
  }

  /** Show the confirmed session and what is foreseen after it. */
  #redraw(changed: Changed, isWhole: boolean): void {
    if (isWhole) this.numbers.load(this.#confirmed);
    this.numbers.learn(changed);
    this.#drawn = [];
    this.shown = this.#confirmed;
    this.#draw();
    this.numbers.light(this.shown.operation);
  }

  /** The steps that are shown already, from the confirmed session; null where they are not foreseen any more. */
  #restep(): Foreseen[] | null {
    const steps: Foreseen[] = [];
    for (const move of this.#pending.slice(0, this.#drawn.length)) {
      const seen = move && this.foresight.after(steps.at(-1)?.session ?? this.#confirmed, move);
      if (!seen) return null;
      steps.push(seen);
    }
    this.#drawn = steps.map(({ session }) => session);
    this.shown = this.#drawn.at(-1) ?? this.#confirmed;
    return steps;
  }

  /** Show pending steps for as long as it is known where they lead. */
  #draw(): void {
    let here = this.shown;
    for (const move of this.#pending.slice(this.#drawn.length)) {
      const seen = move && this.foresight.after(here, move);
      if (!seen) break;
      if (move.way === TERM.way && move.unit === TERM.unit) this.foresight.passed(here, seen.session, seen.changed);
      if (seen.isWhole) this.numbers.load(seen.session);
      this.numbers.learn(seen.changed);
      here = seen.session;
      this.#drawn.push(here);
    }
    if (here === this.shown) return;
    this.shown = here;
    this.numbers.light(here.operation);
  }
}
