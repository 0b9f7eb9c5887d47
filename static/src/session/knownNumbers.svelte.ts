import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Changed, Operation, Session } from '../wire/types.ts';
import { refsOf, type NumberState } from '../notation/operations.ts';
import { modelOf } from './model.ts';

/** Every computed number by ref. A component that reads one is updated when that number changes, and only then. */
export class KnownNumbers {
  #known = new SvelteMap<string, number>();
  #stale = new SvelteSet<string>();
  #active = new SvelteSet<string>();
  #operation: Operation | null = null;
  /** The number of the question that is asked, and its operands; null while none is. */
  #asked: readonly string[] | null = null;

  valueOf(ref: string): number | null {
    return this.#known.get(ref) ?? null;
  }

  stateOf(ref: string): NumberState {
    if (this.#active.has(ref)) return 'active';
    if (this.#known.has(ref)) return 'done';
    return this.#stale.has(ref) ? 'stale' : 'pending';
  }

  /** Replace all numbers by those of a session. */
  load(session: Session): void {
    const next = modelOf(session).numbers(session);
    for (const ref of [...this.#known.keys()]) if (!next.has(ref)) this.#known.delete(ref);
    for (const [ref, value] of next) this.#put(ref, value);
    this.light(session.operation);
  }

  learn(changed: Changed): void {
    for (const [ref, value] of Object.entries(changed)) {
      if (value === null) this.#known.delete(ref);
      else this.#put(ref, value);
    }
  }

  /** Mark numbers as stale: known before an edit, not computed since. */
  spoil(refs: readonly string[]): void {
    this.#stale.clear();
    for (const ref of refs) this.#stale.add(ref);
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
      if (value !== null && !this.#known.has(ref)) this.#put(ref, value);
    }
  }

  #activate(): void {
    const lit = new Set(this.#asked ?? refsOf(this.#operation));
    for (const ref of [...this.#active]) if (!lit.has(ref)) this.#active.delete(ref);
    for (const ref of lit) this.#active.add(ref);
  }

  #put(ref: string, value: number): void {
    if (this.#known.get(ref) !== value) this.#known.set(ref, value);
    if (this.#stale.has(ref)) this.#stale.delete(ref);
  }
}
