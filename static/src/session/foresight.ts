import type { Changed, ForeseenMoment, ForeseenMoments, Session, StepAnswer, Unit } from '../wire/types.ts';
import { foresee, merge } from './merge.ts';
import type { Move } from './change.ts';

/** What a step will show: the session, and the numbers that become known or unknown. */
export interface Foreseen {
  session: Session;
  changed: Changed;
  /** Whether more changes than those numbers. */
  isWhole: boolean;
}

/** Moments that are kept: a learner's way for some minutes. */
const MOST = 1000;

const keyOf = ({ way, unit }: Move, { position: { iteration, step } }: Session): string => `${way} ${unit} ${iteration}.${step}`;

/**
 * Where steps lead, as far as it is known: from the moments that the page has passed, and from those that the server has foreseen
 * beforehand. All of it is forgotten when the numbers change.
 */
export class Foresight {
  #moments = new Map<string, ForeseenMoment>();
  #about = '';
  /** Goes up whenever all is forgotten. */
  generation = 0;

  /** A session that the server has answered: another one, another example or an edit makes all that is known void. */
  about({ id, edits, position: { focus } }: Session): void {
    const about = `${id} ${edits} ${focus}`;
    if (about !== this.#about) this.forget();
    this.#about = about;
  }

  forget(): void {
    this.generation += 1;
    this.#moments.clear();
  }

  learn(from: Session, move: Move, moment: ForeseenMoment): void {
    this.#moments.set(keyOf(move, from), moment);
    if (this.#moments.size <= MOST) return;
    const [oldest] = this.#moments.keys();
    this.#moments.delete(oldest!);
  }

  /** What the server has foreseen of the steps of a unit from a moment. */
  learnAll(from: Session, unit: Unit, { on, back, boundary }: ForeseenMoments): void {
    this.#learnWay(from, { way: 'back', unit }, back);
    const there = this.#learnWay(from, { way: 'on', unit }, on);
    // From each moment forward, a step back leads to the one before; from the first one perhaps beyond where it began.
    there.forEach((after, at) => {
      const { changed, snapshot } = on[at]!;
      const before = at > 0 ? there[at - 1]! : boundary ? from : null;
      if (before) this.learn(after, { way: 'back', unit }, momentOf(before, snapshot !== null, changed));
      else if (back[0]) {
        const isWhole = snapshot !== null || back[0].snapshot !== null;
        this.learn(after, { way: 'back', unit }, momentOf(arrived(from, back[0]), isWhole, { ...changed, ...back[0].changed }));
      }
    });
  }

  /** One operation forward was made: the step back from there is known. */
  passed(before: Session, after: Session, changed: Changed): void {
    const { iteration, step } = before.position;
    const isWithin = after.position.iteration === iteration && after.position.step === step + 1;
    const isAcross = step === before.position.steps && after.position.iteration === iteration + 1 && after.position.step === 1;
    // A step back to the start of an iteration goes on to the end of the one before it.
    if (!isAcross && (!isWithin || (step === 0 && iteration > 0))) return;
    this.learn(after, { way: 'back', unit: 'term' }, momentOf(before, isAcross || after.parameters_before !== before.parameters_before, changed));
  }

  /** Each moment is reached by one more such step; returns the sessions there. */
  #learnWay(from: Session, move: Move, moments: readonly ForeseenMoment[]): Session[] {
    let here = from;
    return moments.map((moment) => {
      this.learn(here, move, moment);
      here = arrived(here, moment);
      return here;
    });
  }

  /** The session after a step; null where it is not known. */
  after(session: Session, move: Move): Foreseen | null {
    const moment = this.#moments.get(keyOf(move, session));
    if (moment) return { session: arrived(session, moment), changed: moment.changed, isWhole: moment.snapshot !== null };
    return move.way === 'on' && move.unit === 'term' ? nextOperation(session) : null;
  }
}

/** A moment that was shown, as it is reached again. */
function momentOf(session: Session, isWhole: boolean, changed: Changed): ForeseenMoment {
  const { position, operation, next, state, divergence, checks } = session;
  return {
    position, operation, next, state, divergence, checks, parameters_changed: isWhole, snapshot: isWhole ? session : null,
    changed: isWhole ? {} : Object.fromEntries(Object.keys(changed).map((ref) => [ref, null])),
  };
}

/** The session at a moment that is foreseen; its revision is still that of the server's last answer. */
function arrived(session: Session, moment: ForeseenMoment): Session {
  const { id, revision, furthest, spec } = session;
  if (moment.snapshot) return { ...moment.snapshot, id, revision, spec, furthest: Math.max(furthest, moment.snapshot.furthest) } as Session;
  const answer: StepAnswer = { ...moment, id: id ?? '', revision, operations: [], ahead: [] };
  return { ...merge(session, answer), id };
}

/** The next operation, which the last answer had. */
function nextOperation(session: Session): Foreseen | null {
  const seen = foresee(session);
  return seen?.operation ? { session: seen, changed: { [seen.operation.ref]: seen.operation.value }, isWhole: false } : null;
}
