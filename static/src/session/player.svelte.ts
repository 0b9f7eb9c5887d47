import type { Clock } from './clock.ts';

export const SPEEDS: readonly number[] = [0.5, 1, 2, 5, 10, 20];

/** Steps at a steady pace, one at a time. */
export class Player {
  playing = $state(false);
  speed = $state(2);
  #generation = 0;

  constructor(
    private readonly clock: Clock,
    private readonly advance: () => Promise<boolean>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  play(): void {
    if (this.playing) return;
    this.playing = true;
    this.#generation += 1;
    void this.#run(this.#generation);
  }

  pause(): void {
    this.playing = false;
    this.#generation += 1;
    this.clock.wake();
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.clock.wake();
  }

  async #run(generation: number): Promise<void> {
    while (generation === this.#generation) {
      const began = this.now();
      const goesOn = await this.advance();
      if (generation !== this.#generation) return;
      if (!goesOn) return this.pause();
      await this.clock.sleep(Math.max(0, 1000 / this.speed - (this.now() - began)));
    }
  }
}
