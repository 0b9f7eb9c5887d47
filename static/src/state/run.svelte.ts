import type { Api } from '../api/client.ts';
import type { Session, Stopped, TrainingProgress, TrainingWish } from '../api/types.ts';
import type { Line } from './line.svelte.ts';

/** How a run ended; `stop` is the learner's own hand. */
export interface Ending {
  why: Stopped | 'stop';
  iterations: number;
  wish: TrainingWish;
  revision: number;
}

/** Many iterations at once: how far they are, a way to stop them, and how they ended. */
export class Run {
  training = $state(false);
  progress: TrainingProgress | null = $state.raw(null);
  #ending: Ending | null = $state.raw(null);
  /** Examples a second, over the whole run. */
  pace: number | null = $state(null);
  #under: AbortController | null = null;

  constructor(private readonly api: Api, private readonly line: Line, private readonly now: () => number) {}

  async train(wish: TrainingWish): Promise<void> {
    const run = new AbortController();
    this.#under = run;
    this.training = true;
    this.#ending = this.progress = this.pace = null;
    await this.line.act((id, revision) => this.#run(id, revision, wish, run.signal));
    if (this.#under === run) {
      this.#under = this.progress = null;
      this.training = false;
    }
  }

  stop(): void {
    this.#under?.abort();
  }

  /** How the last run ended, as long as the session stands where it led to. */
  endingAt(revision: number): Ending | null {
    return this.#ending?.revision === revision ? this.#ending : null;
  }

  async #run(id: string, revision: number, wish: TrainingWish, signal: AbortSignal): Promise<Session> {
    const began = this.now();
    const tell = (progress: TrainingProgress): void => {
      if (signal.aborted) return;
      this.progress = progress;
      this.pace = (progress.examples / Math.max(1, this.now() - began)) * 1000;
      // No operation is in hand while thousands pass: the picture shows the numbers, and lights up none.
      this.line.show({ ...progress.session, operation: null, ahead: [] });
    };
    try {
      const session = await this.api.train(id, wish, revision, tell, signal);
      const { stopped, iterations } = session.ran;
      this.#ending = { why: stopped, iterations, wish, revision: session.revision };
      return session;
    } catch (error) {
      if (!signal.aborted) throw error;
      const session = await this.api.stop(id);
      this.#ending = { why: 'stop', iterations: this.progress?.done ?? 0, wish, revision: session.revision };
      return session;
    }
  }
}
