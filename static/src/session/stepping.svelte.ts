import type { Api } from '../wire/client.ts';
import type { Unit } from '../wire/types.ts';
import type { Connection } from './connection.svelte.ts';
import { ForeseenLoader } from './foreseenLoader.ts';
import type { Call, Move } from './change.ts';
import { modelOf } from './model.ts';
import { Steps } from './steps.ts';
import { Seek } from './seek.ts';
import type { SessionView } from './sessionView.svelte.ts';

/** A whole pass of an iteration. */
type Pass = 'forward' | 'backward' | 'update';

interface Sent<T> {
  change: T;
  done: Promise<boolean>;
}

/** Step forward, step back, seek. */
export class Stepping {
  #unit: Unit = $state('term');
  #steps: Sent<Steps> | null = null;
  #seek: Sent<Seek> | null = null;
  /** The pass that is under way: a second click on its button asks for nothing more. */
  #pass: Pass | null = null;
  #moments: ForeseenLoader;

  /** `giveWay` ends a run of training that goes on until it is stopped. */
  constructor(private readonly api: Api, private readonly connection: Connection, private readonly view: SessionView, unit: Unit, private readonly giveWay: () => void) {
    this.#unit = unit;
    this.#moments = new ForeseenLoader(api, connection, view);
  }

  /** How much one step does: as chosen, where the model has that unit. */
  get unit(): Unit {
    return modelOf(this.view.shown).units.includes(this.#unit) ? this.#unit : 'term';
  }

  setUnit(unit: Unit): void {
    this.#unit = unit;
    this.lookAhead();
  }

  /** Ask the server where the next steps lead, so that they can be shown at once. */
  lookAhead(): void {
    void this.#moments.load(this.unit);
  }

  /** One step forward; false where it was refused. */
  advance(): Promise<boolean> {
    return this.#step({ way: 'on', unit: this.unit });
  }

  async back(): Promise<void> {
    await this.#step({ way: 'back', unit: this.unit });
  }

  forwardPass(): Promise<void> { return this.#whole('forward'); }
  backwardPass(): Promise<void> { return this.#whole('backward'); }
  updatePass(): Promise<void> { return this.#whole('update'); }

  /** `step` null: to the end of the iteration. Of seeks that wait only the newest is sent. */
  async seek(iteration: number, step: number | null): Promise<void> {
    this.giveWay();
    const waiting = this.#seek;
    if (waiting && this.connection.isLast(waiting.change) && waiting.change.takes(iteration, step)) {
      await waiting.done;
      return;
    }
    const change = new Seek(this.api, this.connection, iteration, step);
    this.#seek = { change, done: this.connection.send(change) };
    await this.#seek.done;
  }

  /** Steps that wait are sent as one call. */
  #step(move: Move): Promise<boolean> {
    this.giveWay();
    const waiting = this.#steps;
    if (waiting && this.connection.isLast(waiting.change) && waiting.change.takes(move)) {
      waiting.change.count += 1;
      this.connection.expect(move);
      this.lookAhead();
      return waiting.done;
    }
    const change = new Steps(this.api, move);
    this.#steps = { change, done: this.connection.send(change) };
    this.lookAhead();
    return this.#steps.done;
  }

  async #whole(pass: Pass): Promise<void> {
    if (this.#pass === pass) return;
    this.giveWay();
    this.#pass = pass;
    const move: Move = { way: 'on', unit: 'pass' };
    const call: Call = (id, revision, known) => this.api[pass](id, 'pass', revision, known);
    await this.connection.send({ task: 'stepping', call, move, count: 1 });
    this.#pass = null;
  }
}
