import type { Connection } from './connection.svelte.ts';
import type { QueryRetries } from './queryRetries.svelte.ts';
import type { PendingRetry } from './retry.ts';

/** Calls that a busy server has put off: changes and queries together. */
export class PendingRetries {
  constructor(private readonly connection: Connection, private readonly queries: QueryRetries) {}

  /** The call to show: a change before a query; null while none waits. */
  get pending(): PendingRetry | null {
    const { retry } = this.queries;
    return this.connection.retry ?? (retry && { ...retry, what: 'question' });
  }

  /** Call again at once. */
  now(): void {
    this.connection.hurry();
    this.queries.hurry();
  }

  /** Drop what waits: the change is not made, the query stays without an answer. */
  giveUp(): void {
    if (this.connection.retry) this.connection.giveUp();
    else this.queries.giveUp();
  }
}
