import { sizesOf } from '../notation/facts.ts';
import { layeredNotation } from '../notation/layeredNotation.ts';
import { isEngineered, namesOf, type NameOf } from '../notation/names.ts';
import type { Notation, Say } from '../notation/notation.ts';
import { PLAIN_NOTATION } from '../notation/plainNotation.ts';
import { namedSymbol, parseRef } from '../notation/refs.ts';
import type { Spec } from '../wire/types.ts';

/** What a session's numbers are named after. */
export interface Named {
  readonly spec: Spec;
  readonly text: Say;
  /** The program of a graph; null until it is known. */
  readonly program: { notation(text: Say): Notation | null };
  isFrozen(ref: string): boolean;
}

/** What the session's inputs, neurons and numbers are called and how they are written, in the language in use. */
export class Naming {
  /** Made again for another spec or language only: every mark of the picture asks for its name at every step. */
  #nameOf = $derived.by(() => namesOf(this.session.spec, this.session.text));
  #notation: Notation = $derived.by(() => {
    const { spec, program, text } = this.session;
    if ('graph' in spec) return program.notation(text) ?? PLAIN_NOTATION;
    return layeredNotation(sizesOf(spec.network), (ref) => this.session.isFrozen(ref), text, this.nameOf);
  });

  constructor(private readonly session: Named) {}

  /** How the numbers are written and said. */
  get notation(): Notation { return this.#notation; }

  /** The name of an input (layer 0), a neuron or an output; empty where it has none. */
  get nameOf(): NameOf { return this.#nameOf; }

  /** The symbol of an input or a neuron, its name before it; of an engineered input, its feature. */
  labelOf(ref: string): string {
    const { spec } = this.session;
    const { kind, index: [unit = 0] = [] } = parseRef(ref) ?? {};
    return kind === 'input' && !('graph' in spec) && isEngineered(spec, unit) ? this.nameOf(0, unit) : namedSymbol(ref, this.nameOf);
  }
}
