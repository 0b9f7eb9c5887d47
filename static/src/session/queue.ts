import { RetryLater, Unreachable } from '../wire/errors.ts';
import { retryOf, type Retry } from './retry.ts';

export interface Clock {
  /** Resolves after so many milliseconds, or as soon as `wake` is called. */
  sleep(milliseconds: number): Promise<void>;
  wake(): void;
}

export function systemClock(): Clock {
  let wake = (): void => {};
  return {
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    wake: () => wake(),
  };
}

const PATIENCE = [250, 500, 1000, 2000, 4000];

/** Rejection of a cancelled job. */
export class Dropped extends Error {}

/** `unsure`: an earlier try may have been applied, although no answer confirmed it. */
export type Job<T> = (unsure: boolean) => Promise<T>;

export interface QueueState {
  busy: boolean;
  online: boolean;
  /** The first job is repeated after a pause that the server asked for. */
  retry: Retry | null;
}

/**
 * Jobs one after the other. While the server is unreachable or busy the first job is repeated after growing pauses. A
 * refusal cancels the jobs behind it, which were meant for a state that was not reached.
 */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #generation = 0;
  #waiting = 0;
  #online = true;
  #retry: Retry | null = null;
  /** Of the first job. */
  #unsure = false;
  #asking = false;

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly report: (state: QueueState) => void,
  ) {}

  #say(online: boolean, retry: Retry | null): void {
    this.#online = online;
    this.#retry = retry;
    this.report({ busy: this.#waiting > 0, online, retry });
  }

  get length(): number {
    return this.#waiting;
  }

  /** Cancel all jobs; their late answers are dropped. */
  clear(): void {
    this.#generation += 1;
    this.#say(this.#online, null);
    this.clock.wake();
  }

  /** As `clear`; returns whether the first job may have been applied all the same. */
  giveUp(): boolean {
    const unsure = this.#unsure || this.#asking;
    this.clear();
    return unsure;
  }

  /** The server has begun to answer a long job. */
  confirmOnline(): void {
    if (!this.#online || this.#retry !== null) this.#say(true, null);
  }

  /** Repeat the first job now. */
  hurry(): void {
    this.clock.wake();
  }

  add<T>(job: Job<T>): Promise<T> {
    const generation = this.#generation;
    this.#waiting += 1;
    this.#say(this.#online, this.#retry);
    const result = this.#tail.then(() => this.#persist(job, generation));
    this.#tail = result.catch(() => {}).then(() => {
      this.#waiting -= 1;
      this.#say(this.#online, this.#retry);
    });
    return result;
  }

  async #persist<T>(job: Job<T>, generation: number): Promise<T> {
    this.#unsure = false;
    for (let unanswered = 0, postponed = 0; ; ) {
      this.#check(generation);
      try {
        const answer = await this.#ask(job);
        this.#check(generation);
        this.#say(true, null);
        return answer;
      } catch (error) {
        this.#check(generation);
        if (error instanceof RetryLater) {
          await this.#postpone(error, (postponed += 1));
        } else if (error instanceof Unreachable) {
          await this.#reconnect((unanswered += 1));
        } else {
          this.#say(true, null);
          this.#generation += 1;
          throw error;
        }
      }
    }
  }

  async #ask<T>(job: Job<T>): Promise<T> {
    this.#asking = true;
    try {
      return await job(this.#unsure);
    } finally {
      this.#asking = false;
    }
  }

  #postpone(error: RetryLater, times: number): Promise<void> {
    this.#unsure ||= error.isUnsure;
    const retry = retryOf(error, times - 1, this.random);
    this.#say(true, retry);
    return this.clock.sleep(retry.seconds * 1000);
  }

  #reconnect(times: number): Promise<void> {
    this.#unsure = true;
    this.#say(false, null);
    return this.clock.sleep(PATIENCE[Math.min(times, PATIENCE.length) - 1] ?? 0);
  }

  #check(generation: number): void {
    if (generation !== this.#generation) throw new Dropped();
  }
}
