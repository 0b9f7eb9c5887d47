import { RetryLater, Unreachable, type Api } from '../wire/client.ts';
import type { QueuePlace, Session, Stopped, TrainingProgress, TrainingWish } from '../wire/types.ts';
import { Course } from './trainingProgress.ts';
import type { Line } from './connection.svelte.ts';

/** How a run ended. `stop`: by the learner, here; `broken`: its connection broke too often. */
export interface Ending {
  why: Stopped | 'stop' | 'broken';
  iterations: number;
  wish: TrainingWish;
  revision: number;
}

/** Many iterations at once: how far they are, a way to stop them, and how they ended. */
export class Run {
  training = $state(false);
  progress: TrainingProgress | null = $state.raw(null);
  /** Runs that are before this one while it waits for its turn. */
  queued = $state(0);
  /** Iterations after which the run went on over another connection; null where none broke. */
  resumed: number | null = $state(null);
  #ending: Ending | null = $state.raw(null);
  /** Examples a second, over the whole run. */
  pace: number | null = $state(null);
  /** Since when it runs: waiting for the first turn does not count. */
  #began = 0;
  #under: AbortController | null = null;

  constructor(private readonly api: Api, private readonly line: Line, private readonly now: () => number) {}

  async train(wish: TrainingWish): Promise<void> {
    const run = new AbortController();
    this.#under = run;
    this.training = true;
    this.#ending = this.progress = this.pace = this.resumed = null;
    this.#began = this.now();
    let course: Course | null = null;
    await this.line.act((id, revision) => {
      course ??= new Course(wish, this.line.confirmed, this.line.counting);
      return this.#go(id, revision, course, run.signal);
    });
    if (this.#under === run) {
      this.#under = this.progress = null;
      this.queued = 0;
      this.training = false;
    }
  }

  stop(): void {
    this.#under?.abort();
    // A run that waits to be asked for again ends at once.
    this.line.hurry();
  }

  /** How the last run ended, as long as the session stands where it led to. */
  endingAt(revision: number): Ending | null {
    return this.#ending?.revision === revision ? this.#ending : null;
  }

  /** One connection's part of a run: the first, or one after a connection that broke. */
  async #go(id: string, revision: number, course: Course, signal: AbortSignal): Promise<Session> {
    course.rebase(this.line.confirmed, this.line.counting);
    if (signal.aborted) return this.#stopped(id, course);
    if (course.broken) {
      // Ends what the server may still be doing of it, and says where that leads.
      const session = await this.api.stop(id);
      const over = course.resume(session);
      if (over !== null) return this.#ended(session, over, course.done, course);
      this.resumed = course.done;
      this.#show(session);
      revision = session.revision;
    }
    try {
      const hear = (progress: TrainingProgress | QueuePlace): void => this.#hear(progress, course, signal);
      const session = await this.api.train(id, course.left, revision, hear, signal);
      return this.#ended(session, session.ran.stopped, course.before + session.ran.iterations, course);
    } catch (error) {
      if (signal.aborted) return this.#stopped(id, course);
      if (error instanceof Unreachable || (error instanceof RetryLater && error.isUnsure)) course.breakOff();
      throw error;
    }
  }

  #hear(progress: TrainingProgress | QueuePlace, course: Course, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.line.heard();
    if (!('session' in progress)) {
      this.queued = progress.queued;
      if (this.progress === null) this.#began = this.now();
      course.announced(progress.wanted);
      return;
    }
    this.queued = 0;
    this.progress = course.counted(progress);
    this.pace = (this.progress.examples / Math.max(1, this.now() - this.#began)) * 1000;
    this.#show(progress.session);
  }

  /** No operation is in hand while thousands pass: the picture shows the numbers, and lights up none. */
  #show(session: Session): void {
    this.line.show({ ...session, operation: null, ahead: [] });
  }

  async #stopped(id: string, course: Course): Promise<Session> {
    const session = await this.api.stop(id);
    return this.#ended(session, 'stop', course.doneAt(session), course);
  }

  #ended(session: Session, why: Ending['why'], iterations: number, { wish }: Course): Session {
    this.#ending = { why, iterations, wish, revision: session.revision };
    return session;
  }
}
