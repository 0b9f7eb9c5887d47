import { MAX_ITERATION } from '../wire/limits.gen.ts';
import type { Session, Stopped, TrainedSession, TrainingProgress, TrainCall } from '../wire/types.ts';

/** In a row, without progress between them. */
const MOST_BREAKS = 5;

/** `stop`: by the learner, here; `limit`: at the session's furthest iteration; `broken`: the connection, too often. */
export type EndReason = Stopped | 'stop' | 'limit' | 'broken';

/** How far a run is; `wanted` is null where it goes on until it is stopped. */
export interface RunCounts {
  done: number;
  wanted: number | null;
  examples: number;
  loss: number | null;
}

/** Completed iterations of a session. */
const completed = ({ position: { iteration, step, steps } }: Session): number => iteration + (step === steps ? 1 : 0);

/** The progress of a run over several connections: where one breaks, the next continues with the rest. */
export class RunProgress {
  /** Iterations and examples of the connections before this one. */
  #done = 0;
  #examples = 0;
  /** As far as known, including this connection. */
  #reached = { done: 0, examples: 0 };
  #wanted: number | null;
  /** Iterations of the session that were complete when the run began. */
  #first: number;
  #counting: number;
  #breaks = 0;
  /** What has cut off the last request, until the run is resumed. */
  interrupted: 'connection' | 'pace' | null = null;

  /** `counting` goes up whenever the session's iterations are counted from 0 again. */
  constructor(readonly call: TrainCall, begun: Session, counting: number) {
    this.#wanted = call.iterations ?? null;
    this.#first = completed(begun);
    this.#counting = counting;
  }

  get done(): number {
    return this.#reached.done;
  }

  /** Iterations before this connection. */
  get before(): number {
    return this.#done;
  }

  /** The call for the rest of the run. */
  get left(): TrainCall {
    if (this.#wanted === null || this.#done === 0 || this.call.until_stopped) return this.call;
    const { until } = this.call;
    return { iterations: this.#wanted - this.#done, ...(until && { until }) };
  }

  /** The number of iterations, known while the run waits for its turn. */
  announced(wanted: number): void {
    if (!this.call.until_stopped) this.#wanted = wanted + this.#done;
  }

  /** The counts of the whole run after an event of this connection. */
  counted({ done, wanted, examples, loss }: TrainingProgress): RunCounts {
    this.announced(wanted);
    this.#breaks = 0;
    this.#reached = { done: this.#done + done, examples: this.#examples + examples };
    return { ...this.#reached, wanted: this.#wanted, loss };
  }

  /** Whether a call has ended by the server's limits although the run goes on until it is stopped. */
  goesOn({ ran: { stopped }, position }: TrainedSession): boolean {
    const isLimit = stopped === 'time' || stopped === 'completed';
    return this.call.until_stopped === true && isLimit && position.iteration < MAX_ITERATION;
  }

  /** Why a call has ended that does not go on. */
  endOf({ ran: { stopped } }: TrainedSession): EndReason {
    return this.call.until_stopped && stopped === 'completed' ? 'limit' : stopped;
  }

  interrupt(by: 'connection' | 'pace'): void {
    this.interrupted = by;
    if (by === 'connection') this.#breaks += 1;
  }

  /** The iterations of the run that a session has done. */
  doneAt(session: Session): number {
    return completed(session) - this.#first;
  }

  /** Adjust to a renewed session, which counts its iterations from 0. */
  rebase(session: Session, counting: number): void {
    if (counting === this.#counting) return;
    this.#counting = counting;
    this.#first = completed(session) - this.#reached.done;
  }

  /** Continue the run at a session's position; returns why it ends there, if it does. */
  resume(session: Session): 'completed' | 'diverged' | 'stopped' | 'broken' | null {
    this.interrupted = null;
    const done = this.doneAt(session);
    // Another page has sought another moment meanwhile.
    const wentBack = done < this.#reached.done;
    const examples = Math.round((this.#reached.examples / Math.max(1, this.#reached.done)) * done);
    this.#reached = { done, examples };
    this.#done = done;
    this.#examples = examples;
    if (session.state === 'diverged') return 'diverged';
    if (wentBack) return 'stopped';
    if (this.#wanted !== null && done >= this.#wanted) return 'completed';
    // The connection broke before the number of iterations was known.
    const unknown = this.#wanted === null && done > 0 && !this.call.until_stopped;
    return unknown || this.#breaks > MOST_BREAKS ? 'broken' : null;
  }
}
