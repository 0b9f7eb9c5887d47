import { untrack } from 'svelte';

/**
 * A question to the server about a number that is computed. It is put again with every answer the session gets, until
 * the server has come by that number too (the picture may be a step ahead), and anew when it is about something else.
 */
export class Question<T extends { reached: boolean }> {
  #told: { about: string; answer: T } | null = $state.raw(null);
  #asked = '';

  constructor(private readonly ask: () => Promise<T | null>) {}

  answer(about: string): T | null {
    return this.#told?.about === about ? this.#told.answer : null;
  }

  async put(about: string, revision: number): Promise<void> {
    const asking = `${about} ${revision}`;
    if (this.#asked === asking || untrack(() => this.answer(about)) !== null) return;
    this.#asked = asking;
    const answer = await this.ask().catch(() => null);
    if (this.#asked === asking && answer?.reached) this.#told = { about, answer };
  }
}
