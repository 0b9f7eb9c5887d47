import { Unreachable } from '../api/client.ts';

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

/** Thrown into a job that was given up: its answer would come too late to matter. */
export class Dropped extends Error {}

export type Job<T> = (attempt: number) => Promise<T>;

/**
 * One request in flight; the rest wait their turn. An unreachable server is asked again, with growing patience, until
 * it answers; a refusal drops what waits behind it, since that was asked of a state that never came to be.
 */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #generation = 0;
  #waiting = 0;
  #online = true;

  constructor(
    private readonly clock: Clock,
    private readonly tell: (state: { busy: boolean; online: boolean }) => void,
  ) {}

  #say(online: boolean): void {
    this.#online = online;
    this.tell({ busy: this.#waiting > 0, online });
  }

  get length(): number {
    return this.#waiting;
  }

  /** Late answers of everything asked so far are dropped. */
  clear(): void {
    this.#generation += 1;
    this.clock.wake();
  }

  /** Ask again now, without waiting out the pause. */
  hurry(): void {
    this.clock.wake();
  }

  add<T>(job: Job<T>): Promise<T> {
    const generation = this.#generation;
    this.#waiting += 1;
    this.#say(this.#online);
    const result = this.#tail.then(() => this.#persist(job, generation));
    this.#tail = result.catch(() => {}).then(() => {
      this.#waiting -= 1;
      this.#say(this.#online);
    });
    return result;
  }

  async #persist<T>(job: Job<T>, generation: number): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      this.#check(generation);
      try {
        const answer = await job(attempt);
        this.#check(generation);
        this.#say(true);
        return answer;
      } catch (error) {
        this.#check(generation);
        if (!(error instanceof Unreachable)) {
          this.#say(true);
          this.#generation += 1;
          throw error;
        }
        this.#say(false);
        await this.clock.sleep(PATIENCE[Math.min(attempt, PATIENCE.length - 1)] ?? 0);
      }
    }
  }

  #check(generation: number): void {
    if (generation !== this.#generation) throw new Dropped();
  }
}
