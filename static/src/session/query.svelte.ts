import { untrack } from 'svelte';

/**
 * A query that is sent again whenever what it depends on changes: one request in flight, the newest wins, and the last
 * answer stays until the next one is there.
 */
export class Query<T> {
  answer: T | null = $state.raw(null);
  /** Why there is no answer; null where there is one, or none was asked for. */
  failure: unknown = $state.raw(null);
  #key = '';
  #next: (() => Promise<T | null>) | null = null;
  #inFlight = false;

  /** `key` names everything that the answer depends on; nothing is sent while it stays the same. */
  async put(key: string, send: () => Promise<T | null>): Promise<void> {
    if (key === this.#key) return;
    this.#key = key;
    this.#next = send;
    if (this.#inFlight) return;
    this.#inFlight = true;
    while (this.#next !== null) {
      const newest: () => Promise<T | null> = this.#next;
      this.#next = null;
      try {
        this.answer = await newest();
        this.failure = null;
      } catch (error) {
        this.failure = error;
      }
    }
    this.#inFlight = false;
  }
}

/**
 * A query about a number that is computed. It is sent again with every revision until the server has computed that
 * number too (the picture may be a step ahead of the server), and whenever it is about something else.
 */
export class NumberQuery<T extends { reached: boolean }> {
  #query = new Query<{ about: string; answer: T | null }>();

  constructor(private readonly send: () => Promise<T | null>) {}

  answer(about: string): T | null {
    const last = this.#query.answer;
    return last?.about === about && last.answer?.reached ? last.answer : null;
  }

  async put(about: string, revision: number): Promise<void> {
    if (untrack(() => this.answer(about)) !== null) return;
    await this.#query.put(`${about} ${revision}`, async () => ({ about, answer: await this.send().catch(() => null) }));
  }
}

/**
 * Numbers without a place in a session, such as products, queried by ref. Only numbers that are certainly computed are
 * asked for, so that an answer stays true as long as `about` stays the same.
 */
export class ValuesQuery {
  #query = new Query<{ about: string; values: Readonly<Record<string, number | null>> }>();

  valueOf(about: string, ref: string): number | null {
    const last = this.#query.answer;
    return last?.about === about ? (last.values[ref] ?? null) : null;
  }

  /** Asks for the refs that no answer has covered yet; a ref whose query fails has no value. */
  async put(about: string, refs: readonly string[], send: (ref: string) => Promise<number | null>): Promise<void> {
    if (refs.length === 0) return;
    await this.#query.put([about, ...refs].join(' '), async () => {
      const last = untrack(() => this.#query.answer);
      const known = last?.about === about ? last.values : {};
      const missing = refs.filter((ref) => !(ref in known));
      const values = await Promise.all(missing.map((ref) => send(ref).catch(() => null)));
      return { about, values: { ...known, ...Object.fromEntries(missing.map((ref, i) => [ref, values[i] ?? null])) } };
    });
  }
}
