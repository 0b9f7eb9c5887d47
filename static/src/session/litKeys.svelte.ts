import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';

/**
 * Keys that are lit: who asks for one runs again when that one is turned on or off. A key that is not known here is asked for again
 * whenever another one becomes known, so all of them are made known first.
 */
export class LitKeys {
  #states = new SvelteMap<string, boolean>();
  #lit = new Set<string>();

  /** An effect that makes keys known does not run again when one of them is turned on. */
  know(keys: Iterable<string>): void {
    untrack(() => {
      for (const key of keys) if (!this.#states.has(key)) this.#states.set(key, false);
    });
  }

  has(key: string): boolean {
    return this.#states.get(key) ?? false;
  }

  /** These and no others. */
  light(keys: readonly string[]): void {
    const next = new Set(keys);
    for (const key of this.#lit) if (!next.has(key)) this.#states.set(key, false);
    for (const key of next) this.#states.set(key, true);
    this.#lit = next;
  }

  dim(key: string): void {
    if (this.#lit.delete(key)) this.#states.set(key, false);
  }
}
