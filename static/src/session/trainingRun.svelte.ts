import type { Api, Edit } from '../wire/client.ts';
import { RetryLater, Unreachable } from '../wire/errors.ts';
import type { QueuePlace, Session, TrainingProgress, TrainCall } from '../wire/types.ts';
import { RunProgress, type EndReason, type RunCounts } from './runProgress.ts';
import type { Connection } from './connection.svelte.ts';
import { LiveEdits } from './liveEdits.ts';
import { sessionIn } from './liveSession.ts';
import type { Clock } from './clock.ts';

/** How a run ended. */
export interface RunEnd {
  why: EndReason;
  iterations: number;
  call: TrainCall;
  revision: number;
}

/** Training of many iterations: its progress, and how it ended. */
export class TrainingRun {
  training = $state(false);
  /** Whether the run under way goes on until it is stopped. */
  untilStopped = $state(false);
  /** The most iterations in a second of a run until stopped; null for as many as can be. */
  iterationsPerSecond: number | null = $state(null);
  progress: RunCounts | null = $state.raw(null);
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
  /** Of the request under way: aborted to go on at another pace, or by the controller. */
  #request: AbortController | null = null;

  #edits: LiveEdits;

  constructor(private readonly api: Api, private readonly connection: Connection, clock: Clock, random: () => number, private readonly now: () => number) {
    this.#edits = new LiveEdits(api, connection, clock, random);
  }

  async train(call: TrainCall): Promise<void> {
    const controller = new AbortController();
    this.#controller = controller;
    this.training = true;
    this.untilStopped = call.until_stopped ?? false;
    this.#end = this.progress = this.pace = this.resumed = null;
    this.#began = this.now();
    let run: RunProgress | null = null;
    await this.connection.act((id, revision) => {
      run ??= new RunProgress(call, this.connection.confirmed, this.connection.counting);
      return this.#go(id, revision, run, controller.signal);
    }, 'training');
    if (this.#controller === controller) {
      this.#controller = this.progress = null;
      this.queued = 0;
      this.training = this.untilStopped = false;
      this.#edits.settle();
    }
  }

  /** An edit beside the run, which goes on with it; false where it was refused. */
  async change(edit: Edit): Promise<boolean> {
    const done = await this.#edits.change(edit);
    if (!this.training) this.#edits.settle();
    return done;
  }

  /** A run until stopped goes on at another pace. */
  setPace(iterationsPerSecond: number | null): void {
    this.iterationsPerSecond = iterationsPerSecond;
    if (this.untilStopped) this.#request?.abort();
  }

  /** End a run that would not end by itself, since something else is to be done. */
  giveWay(): void {
    if (this.untilStopped) this.stop();
  }

  stop(): void {
    this.#controller?.abort();
    this.#request?.abort();
    // A run that waits to be repeated ends at once.
    this.connection.hurry();
  }

  /** How the last run ended, until the session changes again. */
  get ending(): RunEnd | null {
    return this.#end?.revision === this.connection.shown.revision ? this.#end : null;
  }

  /** The requests of a run: the first, and one after each that broke, reached the server's limits or had another pace. */
  async #go(id: string, revision: number, run: RunProgress, signal: AbortSignal): Promise<Session> {
    run.rebase(this.connection.confirmed, this.connection.counting);
    for (let from: number | undefined = revision; ; from = undefined) {
      if (signal.aborted) return this.#stopped(id, run);
      if (run.interrupted !== null) {
        // Ends the run on the server, and returns its session.
        const session = await this.api.stop(id);
        const wasBroken = run.interrupted === 'connection';
        const over = run.resume(session);
        if (over !== null) return this.#finish(session, over, run.done, run);
        if (wasBroken) this.resumed = run.done;
        this.#show(session);
        from = session.revision;
      }
      const request = new AbortController();
      this.#request = request;
      try {
        const receive = (progress: TrainingProgress | QueuePlace): void => this.#receive(progress, run, request.signal);
        const session = await this.api.train(id, this.#paced(run.left), from, receive, request.signal);
        if (!run.goesOn(session)) return this.#finish(session, run.endOf(session), run.before + session.ran.iterations, run);
        run.resume(session);
      } catch (error) {
        if (signal.aborted) return this.#stopped(id, run);
        if (request.signal.aborted) {
          run.interrupt('pace');
          continue;
        }
        if (error instanceof Unreachable || (error instanceof RetryLater && error.isUnsure)) run.interrupt('connection');
        throw error;
      }
    }
  }

  #paced(call: TrainCall): TrainCall {
    return call.until_stopped && this.iterationsPerSecond !== null ? { ...call, iterations_per_second: this.iterationsPerSecond } : call;
  }

  #receive(progress: TrainingProgress | QueuePlace, run: RunProgress, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.connection.confirmOnline();
    if (!('position' in progress)) {
      this.queued = progress.queued;
      if (this.progress === null) this.#began = this.now();
      run.announced(progress.wanted);
      return;
    }
    this.queued = 0;
    this.progress = run.counted(progress);
    this.pace = (this.progress.examples / Math.max(1, this.now() - this.#began)) * 1000;
    this.#show(sessionIn(progress, this.connection.confirmed));
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
