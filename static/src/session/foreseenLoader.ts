import type { Api } from '../wire/client.ts';
import type { Unit } from '../wire/types.ts';
import type { State } from './activity.ts';
import type { Connection } from './connection.svelte.ts';
import type { Move } from './change.ts';
import type { SessionView } from './sessionView.svelte.ts';

/** Steps that are known beforehand, below which more are asked for. */
const ENOUGH: Record<Move['way'], number> = { on: 6, back: 2 };

/** States in which the server is not asked for something that nobody waits for. */
const HINDERED: ReadonlySet<State> = new Set(['slow', 'postponed', 'offline', 'expired']);

/** Asks the server where steps lead, ahead of the learner; one request in flight. A failure costs nothing but the head start. */
export class ForeseenLoader {
  #isAsking = false;
  /** The moment that was asked about last, and the iteration of which the server foresees nothing. */
  #asked = '';
  #silent = '';

  constructor(private readonly api: Api, private readonly connection: Connection, private readonly view: SessionView) {}

  async load(unit: Unit): Promise<void> {
    const { id } = this.connection;
    const from = this.view.shown;
    // Where the next numbers are to be predicted the server foresees nothing, and an epoch may take long.
    if (id === null || unit === 'epoch' || !from.spec.reveal_upcoming || this.#isAsking || HINDERED.has(this.connection.activity.state)) return;
    const { iteration, step } = from.position;
    const about = `${id} ${from.edits} ${unit} ${iteration}`;
    if (about === this.#silent || `${about}.${step}` === this.#asked || this.#isStocked(unit)) return;
    this.#isAsking = true;
    const generation = this.view.foresight.generation;
    try {
      const foreseen = await this.api.foreseen(id, unit, iteration, step);
      this.#asked = `${about}.${step}`;
      if (foreseen.on.length + foreseen.back.length === 0) this.#silent = about;
      if (generation !== this.view.foresight.generation) return;
      this.view.foresight.learnAll(from, unit, foreseen);
      this.view.drawMore();
    } catch {
      // Steps are shown with their answers.
    } finally {
      this.#isAsking = false;
    }
    if (this.view.shown !== from) await this.load(unit);
  }

  /** Whether enough steps from the picture on are known, or all that there are. */
  #isStocked(unit: Unit): boolean {
    return this.#isKnown({ way: 'on', unit }) && this.#isKnown({ way: 'back', unit });
  }

  #isKnown(move: Move): boolean {
    let here = this.view.shown;
    for (let known = 0; known < ENOUGH[move.way]; known += 1) {
      const { iteration, step } = here.position;
      if (move.way === 'back' && iteration === 0 && step === 0) return true;
      const seen = this.view.foresight.after(here, move);
      if (seen === null) return false;
      here = seen.session;
    }
    return true;
  }
}
