import type { Api } from '../wire/client.ts';
import type { Known } from '../wire/types.ts';
import type { Answer, Change } from './change.ts';
import type { Connection } from './connection.svelte.ts';

/** A seek that may still get another goal while it waits: a slider moves faster than the server answers. */
export class Seek implements Change {
  readonly task = 'seeking';
  readonly move = null;
  readonly count = 1;
  #isSent = false;
  /** The goal counts iterations as the session did then. */
  #counted: number;

  constructor(
    private readonly api: Api, private readonly connection: Connection, private iteration: number, private step: number | null,
  ) {
    this.#counted = connection.counting;
  }

  /** Another goal in place of this one; false where it is too late for that. */
  takes(iteration: number, step: number | null): boolean {
    if (this.#isSent || this.#counted !== this.connection.counting) return false;
    [this.iteration, this.step] = [iteration, step];
    return true;
  }

  readonly call = (id: string, revision: number, known: Known): Promise<Answer> => {
    this.#isSent = true;
    // In a session that counts from 0 again this number means another moment.
    if (this.#counted !== this.connection.counting) return this.api.getSession(id);
    return this.api.seek(id, this.iteration, this.step, revision, known);
  };
}
