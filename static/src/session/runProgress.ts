import type { Session, TrainingProgress, TrainCall } from '../wire/types.ts';

const MOST_BREAKS = 5;

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
  broken = false;

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
    if (this.#wanted === null || this.#done === 0) return this.call;
    const { until } = this.call;
    return { iterations: this.#wanted - this.#done, ...(until && { until }) };
  }

  /** The number of iterations, known while the run waits for its turn. */
  announced(wanted: number): void {
    this.#wanted = wanted + this.#done;
  }

  /** An event of this connection with the counts of the whole run. */
  counted(progress: TrainingProgress): TrainingProgress {
    this.#wanted = progress.wanted + this.#done;
    this.#reached = { done: this.#done + progress.done, examples: this.#examples + progress.examples };
    return { ...progress, ...this.#reached, wanted: this.#wanted };
  }

  breakOff(): void {
    this.broken = true;
    this.#breaks += 1;
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
    this.broken = false;
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
    const unknown = this.#wanted === null && done > 0;
    return unknown || this.#breaks > MOST_BREAKS ? 'broken' : null;
  }
}
