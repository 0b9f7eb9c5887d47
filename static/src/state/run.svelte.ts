import type { Api } from '../api/client.ts';
import type { TrainingProgress } from '../api/types.ts';
import type { Line } from './line.svelte.ts';

/** Many iterations at once: how far they are, and a way to stop them. */
export class Run {
  training = $state(false);
  progress: TrainingProgress | null = $state.raw(null);
  #under: AbortController | null = null;

  constructor(private readonly api: Api, private readonly line: Line) {}

  async train(iterations: number): Promise<void> {
    const run = new AbortController();
    this.#under = run;
    this.training = true;
    await this.line.act(async (id, revision) => {
      try {
        const tell = (progress: TrainingProgress): void => void (this.progress = progress);
        return await this.api.train(id, iterations, revision, tell, run.signal);
      } catch (error) {
        if (run.signal.aborted) return this.api.getSession(id);
        throw error;
      }
    });
    if (this.#under === run) {
      this.#under = null;
      this.training = false;
      this.progress = null;
    }
  }

  stop(): void {
    this.#under?.abort();
  }
}
