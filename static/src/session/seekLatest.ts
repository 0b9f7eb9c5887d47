import type { Api } from '../wire/client.ts';
import type { Line } from './connection.svelte.ts';

/** Of seeks that still wait, only the newest is asked: scrubbing is quicker than any line. */
export class Scrub {
  #sought: [iteration: number, step: number | null] | null = null;

  constructor(private readonly api: Api, private readonly line: Line) {}

  async seek(iteration: number, step: number | null): Promise<void> {
    const waits = this.#sought !== null;
    this.#sought = [iteration, step];
    if (waits) return;
    const counted = this.line.counting;
    let goal: [number, number | null] | null = null;
    await this.line.act((id, revision) => {
      goal ??= this.#sought ?? [iteration, step];
      this.#sought = null;
      // A session that counts anew has another moment under this number.
      return counted === this.line.counting ? this.api.seek(id, ...goal, revision) : this.api.getSession(id);
    });
    this.#sought = null;
  }
}
