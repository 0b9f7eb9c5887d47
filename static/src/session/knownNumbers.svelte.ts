import { SvelteMap } from 'svelte/reactivity';
import type { Changed, Nullable, Operation, Session } from '../wire/types.ts';
import { refsOf, type NumberState } from '../notation/operations.ts';
import { LitKeys } from './litKeys.svelte.ts';
import { modelOf } from './model.ts';

/** Every computed number by ref. A component that reads one is updated when that number changes, and only then. */
export class KnownNumbers {
  /** null: not computed. A ref is kept when its number is dropped: readers of an absent one are all asked again when a ref is added. */
  #known = new SvelteMap<string, Nullable>();
  #stale = new LitKeys();
  #active = new LitKeys();
  #operation: Operation | null = null;
  /** The number of the question that is asked, and its operands; null while none is. */
  #asked: readonly string[] | null = null;

  valueOf(ref: string): number | null {
    return this.#known.get(ref) ?? null;
  }

  stateOf(ref: string): NumberState {
    if (this.#active.has(ref)) return 'active';
    if (this.valueOf(ref) !== null) return 'done';
    return this.#stale.has(ref) ? 'stale' : 'pending';
  }

  /** Replace all numbers by those of a session. */
  load(session: Session): void {
    const { numbers, refs } = modelOf(session);
    this.#foresee(refs(session));
    const next = numbers(session);
    for (const ref of [...this.#known.keys()]) if (!next.has(ref)) this.#put(ref, null);
    for (const [ref, value] of next) this.#put(ref, value);
    this.light(session.operation);
  }

  learn(changed: Changed): void {
    for (const [ref, value] of Object.entries(changed)) this.#put(ref, value);
  }

  /** Mark numbers as stale: known before an edit, not computed since. */
  spoil(refs: readonly string[]): void {
    this.#stale.light(refs);
  }

  /** Make the numbers of a question active in place of those of the last operation; null: no longer. */
  ask(refs: readonly string[] | null): void {
    this.#asked = refs;
    this.#activate();
  }

  light(operation: Operation | null): void {
    this.#operation = operation;
    this.#activate();
    for (const { ref, value } of operation ? [...operation.operands, operation] : []) {
      if (value !== null && this.#known.get(ref) == null) this.#put(ref, value);
    }
  }

  #activate(): void {
    this.#active.light(this.#asked ?? refsOf(this.#operation));
  }

  /** Refs whose numbers are computed later. */
  #foresee(refs: readonly string[]): void {
    for (const ref of refs) if (!this.#known.has(ref)) this.#known.set(ref, null);
    this.#active.know(refs);
    this.#stale.know(refs);
  }

  #put(ref: string, value: Nullable): void {
    if (this.#known.get(ref) !== value) this.#known.set(ref, value);
    if (value !== null) this.#stale.dim(ref);
  }
}
