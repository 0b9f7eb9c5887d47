import type { Api } from '../wire/client.ts';
import { RetryLater, Unreachable } from '../wire/errors.ts';
import type { QueuePlace, Session, Stopped, TrainingProgress, TrainCall } from '../wire/types.ts';
import { RunProgress } from './runProgress.ts';
import type { Connection } from './connection.svelte.ts';

/** How a run ended. `stop`: by the learner, here; `broken`: its connection broke too often. */
export interface RunEnd {
  why: Stopped | 'stop' | 'broken';
  iterations: number;
  call: TrainCall;
  revision: number;
}

/** Training of many iterations: its progress, and how it ended. */
export class TrainingRun {
  training = $state(false);
  progress: TrainingProgress | null = $state.raw(null);
  /** Runs that are before this one while it waits for its turn. */
  queued = $state(0);
  /** Iterations after which the run went on over another connection; null where none broke. */
  resumed: number | null = $state(null);
  #end: RunEnd | null = $state.raw(null);
  /** Examples a second, over the whole run. */
  pace: number | null = $state(null);
  /** Start time, without waiting for the first turn. */
  #began = 0;
  #controller: AbortController | null = null;

  constructor(private readonly api: Api, private readonly connection: Connection, private readonly now: () => number) {}

  async train(call: TrainCall): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    this.training = true;
    this.#end = this.progress = this.pace = this.resumed = null;
    this.#began = this.now();
    let run: RunProgress | null = null;
    await this.connection.act((id, revision) => {
      run ??= new RunProgress(call, this.connection.confirmed, this.connection.counting);
      return this.#go(id, revision, run, controller.signal);
    });
    if (this.#controller === controller) {
      this.#controller = this.progress = null;
      this.queued = 0;
      this.training = false;
    }
  }

  stop(): void {
    this.#controller?.abort();
    // A run that waits to be repeated ends at once.
    this.connection.hurry();
  }

  /** How the last run ended, until the session changes again. */
  get ending(): RunEnd | null {
    return this.#end?.revision === this.connection.shown.revision ? this.#end : null;
  }

  /** One connection's part of a run: the first, or one after a connection that broke. */
  async #go(id: string, revision: number, run: RunProgress, signal: AbortSignal): Promise<Session> {
    run.rebase(this.connection.confirmed, this.connection.counting);
    if (signal.aborted) return this.#stopped(id, run);
    if (run.broken) {
      // Ends the run on the server, and returns its session.
      const session = await this.api.stop(id);
      const over = run.resume(session);
      if (over !== null) return this.#finish(session, over, run.done, run);
      this.resumed = run.done;
      this.#show(session);
      revision = session.revision;
    }
    try {
      const hear = (progress: TrainingProgress | QueuePlace): void => this.#hear(progress, run, signal);
      const session = await this.api.train(id, run.left, revision, hear, signal);
      return this.#finish(session, session.ran.stopped, run.before + session.ran.iterations, run);
    } catch (error) {
      if (signal.aborted) return this.#stopped(id, run);
      if (error instanceof Unreachable || (error instanceof RetryLater && error.isUnsure)) run.breakOff();
      throw error;
    }
  }

  #hear(progress: TrainingProgress | QueuePlace, run: RunProgress, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.connection.confirmOnline();
    if (!('session' in progress)) {
      this.queued = progress.queued;
      if (this.progress === null) this.#began = this.now();
      run.announced(progress.wanted);
      return;
    }
    this.queued = 0;
    this.progress = run.counted(progress);
    this.pace = (this.progress.examples / Math.max(1, this.now() - this.#began)) * 1000;
    this.#show(progress.session);
  }

  /** During a run no operation is active: the picture highlights none. */
  #show(session: Session): void {
    this.connection.show({ ...session, operation: null, ahead: [] });
  }

  async #stopped(id: string, run: RunProgress): Promise<Session> {
    const session = await this.api.stop(id);
    return this.#finish(session, 'stop', run.doneAt(session), run);
  }

  #finish(session: Session, why: RunEnd['why'], iterations: number, { call }: RunProgress): Session {
    this.#end = { why, iterations, call, revision: session.revision };
    return session;
  }
}
