import { RetryLater, Unreachable } from '../wire/errors.ts';
import type { Clock } from './clock.ts';
import { pauseAfter } from './queue.ts';
import { retryOf, type Retry } from './retry.ts';

/**
 * Queries that a busy server puts off, or that reach no server: each is sent again until it is answered, or the learner gives
 * it up.
 */
export class QueryRetries {
  /** The query that a busy server delayed last. */
  retry: Retry | null = $state.raw(null);
  /** Whether a query waits because no server was reached. */
  offline = $state(false);
  /** Null: no server was reached. */
  #waiting = new Map<Clock, Retry | null>();
  #generation = 0;

  constructor(private readonly clock: () => Clock, private readonly random: () => number) {}

  async put<T>(question: () => Promise<T>): Promise<T> {
    const generation = this.#generation;
    const clock = this.clock();
    try {
      for (let postponed = 0, unanswered = 0; ; ) {
        try {
          return await question();
        } catch (error) {
          if (generation !== this.#generation) throw error;
          if (error instanceof RetryLater) {
            const retry = retryOf(error, postponed, this.random);
            postponed += 1;
            await this.#pause(clock, retry, retry.seconds * 1000);
          } else if (error instanceof Unreachable) {
            unanswered += 1;
            await this.#pause(clock, null, pauseAfter(unanswered));
          } else throw error;
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

  /** The server has answered something else: it is there again. */
  reached(): void {
    if (!this.offline) return;
    for (const [clock, retry] of [...this.#waiting]) {
      if (retry !== null) continue;
      this.#waiting.delete(clock);
      clock.wake();
    }
    this.#show();
  }

  /** Waiting queries fail with the server's problem. */
  giveUp(): void {
    this.#generation += 1;
    this.hurry();
  }

  #pause(clock: Clock, retry: Retry | null, milliseconds: number): Promise<void> {
    this.#waiting.set(clock, retry);
    this.#show();
    return clock.sleep(milliseconds);
  }

  #show(): void {
    const waiting = [...this.#waiting.values()];
    this.retry = waiting.filter((retry) => retry !== null).at(-1) ?? null;
    this.offline = waiting.includes(null);
  }
}
