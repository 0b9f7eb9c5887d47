import type { Api, Edit } from '../wire/client.ts';
import { Refused } from '../wire/errors.ts';
import type { Connection } from './connection.svelte.ts';
import type { Clock } from './clock.ts';
import { Dropped, Queue } from './queue.ts';

/**
 * Edits beside a run of training, which the server applies between two slices of the run. They name no revision, since
 * the run makes new ones all the time, and have a queue of their own: the run occupies that of the connection.
 */
export class LiveEdits {
  #queue: Queue;
  /** Of the last edit. */
  #revision = 0;
  #id: string | null = null;

  constructor(private readonly api: Api, private readonly connection: Connection, clock: Clock, random: () => number) {
    this.#queue = new Queue(clock, random, () => {});
  }

  /** False where the edit was refused: the problem is shown, and the run goes on. */
  async change(edit: Edit): Promise<boolean> {
    const { id } = this.connection;
    if (id === null) return false;
    try {
      const session = await this.#queue.add('changing', () => this.api.edit(id, edit));
      this.#id = id;
      this.#revision = session.revision;
      return true;
    } catch (error) {
      if (error instanceof Dropped) return false;
      if (!(error instanceof Refused)) throw error;
      this.connection.problem = error.problem;
      return false;
    }
  }

  /** After the run: an edit that was made after its last slice is in no event of it. */
  settle(): void {
    const { confirmed, id } = this.connection;
    if (id === this.#id && this.#revision > confirmed.revision) void this.connection.reload();
  }
}
