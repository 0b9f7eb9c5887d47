import { RetryLater } from '../wire/errors.ts';
import type { Clock } from './clock.ts';
import { retryOf, type Retry } from './retry.ts';

/** Queries that a busy server puts off: each is sent again until it is answered, or the learner gives it up. */
export class QueryRetries {
  /** The query that was delayed last. */
  retry: Retry | null = $state.raw(null);
  #waiting = new Map<Clock, Retry>();
  #generation = 0;

  constructor(private readonly clock: () => Clock, private readonly random: () => number) {}

  async put<T>(question: () => Promise<T>): Promise<T> {
    const generation = this.#generation;
    const clock = this.clock();
    try {
      for (let repeated = 0; ; repeated += 1) {
        try {
          return await question();
        } catch (error) {
          if (!(error instanceof RetryLater) || generation !== this.#generation) throw error;
          await this.#pause(clock, retryOf(error, repeated, this.random));
          if (generation !== this.#generation) throw error;
        }
      }
    } finally {
      this.#waiting.delete(clock);
      this.#show();
    }
  }

  /** Send them again now. */
  hurry(): void {
    for (const clock of this.#waiting.keys()) clock.wake();
  }

  /** Waiting queries fail with the server's problem. */
  giveUp(): void {
    this.#generation += 1;
    this.hurry();
  }

  #pause(clock: Clock, retry: Retry): Promise<void> {
    this.#waiting.set(clock, retry);
    this.#show();
    return clock.sleep(retry.seconds * 1000);
  }

  #show(): void {
    this.retry = [...this.#waiting.values()].at(-1) ?? null;
  }
}
