import type { Api } from '../wire/client.ts';
import type { Connection } from './connection.svelte.ts';

/** Of seeks that wait for the one in flight, only the newest is sent: a slider moves faster than the server answers. */
export class SeekLatest {
  #sought: [iteration: number, step: number | null] | null = null;

  constructor(private readonly api: Api, private readonly connection: Connection) {}

  async seek(iteration: number, step: number | null): Promise<void> {
    const waits = this.#sought !== null;
    this.#sought = [iteration, step];
    if (waits) return;
    const counted = this.connection.counting;
    let goal: [number, number | null] | null = null;
    await this.connection.act((id, revision) => {
      goal ??= this.#sought ?? [iteration, step];
      this.#sought = null;
      // In a session that counts from 0 again this number means another moment.
      return counted === this.connection.counting ? this.api.seek(id, ...goal, revision) : this.api.getSession(id);
    });
    this.#sought = null;
  }
}
