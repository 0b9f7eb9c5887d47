/**
 * A question put again whenever what it is about changes: one request in flight, the newest wins, and until its answer
 * is there the last one stays.
 */
export class Asked<T> {
  answer: T | null = $state.raw(null);
  /** Why there is no answer; null while all is well. */
  failure: unknown = $state.raw(null);
  #about = '';
  #next: (() => Promise<T | null>) | null = null;
  #asking = false;

  /** `about` names everything that the answer depends on. */
  async put(about: string, ask: () => Promise<T | null>): Promise<void> {
    if (about === this.#about) return;
    this.#about = about;
    this.#next = ask;
    if (this.#asking) return;
    this.#asking = true;
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
    this.#asking = false;
  }
}
