import { RetryLater, Unreachable } from '../wire/errors.ts';
import type { ActivityEvent, Task } from './activity.ts';
import type { Clock } from './clock.ts';
import { retryOf } from './retry.ts';

/** Pauses after a request that reached no server. */
export const PATIENCE = [250, 500, 1000, 2000, 4000];
/** The pause after so many of them in a row. */
export const pauseAfter = (unanswered: number): number => PATIENCE[Math.min(unanswered, PATIENCE.length) - 1] ?? 0;

/** Milliseconds after which a learner wonders about an answer. */
export const SLOW = 3000;

/** Rejection of a cancelled job. */
export class Dropped extends Error {}

/** `unsure`: an earlier try may have been applied, although no answer confirmed it. */
export type Job<T> = (unsure: boolean) => Promise<T>;

/**
 * Jobs one after the other. While the server is unreachable or busy the first job is repeated after growing pauses. A
 * refusal cancels the jobs behind it, which were meant for a state that was not reached.
 */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #generation = 0;
  #waiting = 0;
  /** Of the first job: whether an earlier try may have been applied. */
  #unsure = false;
  /** The job whose request is sent. */
  #asking: unknown = null;
  #slow: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly random: () => number,
    private readonly report: (event: ActivityEvent) => void,
  ) {}

  /** Cancel all jobs, of which none is waited for; their late answers are dropped. */
  clear(): void {
    this.#cancel();
    this.#tail = Promise.resolve();
  }

  /** Cancel all jobs; returns whether the first one may have been applied all the same. Later jobs wait for its answer. */
  giveUp(): boolean {
    const unsure = this.#unsure || this.#asking !== null;
    this.#cancel();
    return unsure;
  }

  /** The server has begun to answer a long job. */
  confirmOnline(): void {
    clearTimeout(this.#slow);
    this.report({ name: 'answered' });
  }

  /** Repeat the first job now. */
  hurry(): void {
    this.clock.wake();
  }

  add<T>(task: Task, job: Job<T>): Promise<T> {
    const generation = this.#generation;
    this.#waiting += 1;
    if (this.#waiting === 1) this.report({ name: 'begun', task });
    const result = this.#tail.then(() => this.#persist(task, job, generation));
    this.#tail = result.catch(() => {}).then(() => this.#ended(generation));
    return result;
  }

  #ended(generation: number): void {
    if (generation !== this.#generation) return;
    this.#waiting -= 1;
    if (this.#waiting === 0) this.report({ name: 'ended' });
  }

  #cancel(): void {
    this.#generation += 1;
    this.#waiting = 0;
    clearTimeout(this.#slow);
    this.report({ name: 'ended' });
    this.clock.wake();
  }

  async #persist<T>(task: Task, job: Job<T>, generation: number): Promise<T> {
    this.#check(generation);
    this.#unsure = false;
    this.report({ name: 'begun', task });
    for (let unanswered = 0, postponed = 0; ; ) {
      this.#check(generation);
      try {
        const answer = await this.#ask(job);
        this.#check(generation);
        this.report({ name: 'answered' });
        return answer;
      } catch (error) {
        this.#check(generation);
        if (error instanceof RetryLater) {
          await this.#postpone(error, (postponed += 1));
        } else if (error instanceof Unreachable) {
          await this.#reconnect((unanswered += 1));
        } else {
          this.#cancel();
          throw error;
        }
      }
    }
  }

  async #ask<T>(job: Job<T>): Promise<T> {
    this.#asking = job;
    const slow = setTimeout(() => this.report({ name: 'delayed' }), SLOW);
    this.#slow = slow;
    try {
      return await job(this.#unsure);
    } finally {
      clearTimeout(slow);
      if (this.#asking === job) this.#asking = null;
    }
  }

  #postpone(error: RetryLater, times: number): Promise<void> {
    this.#unsure ||= error.isUnsure;
    const retry = retryOf(error, times - 1, this.random);
    this.report({ name: 'postponed', retry });
    return this.clock.sleep(retry.seconds * 1000);
  }

  #reconnect(times: number): Promise<void> {
    this.#unsure = true;
    this.report({ name: 'unreachable' });
    return this.clock.sleep(pauseAfter(times));
  }

  #check(generation: number): void {
    if (generation !== this.#generation) throw new Dropped();
  }
}
