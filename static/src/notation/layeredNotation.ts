import type { Sizes } from './facts.ts';
import type { NameOf } from './names.ts';
import type { Notation, Say } from './notation.ts';
import { parameterOf, parametersOf } from './parameters.ts';
import { refMathml } from './refMathml.ts';
import { editable, gradientOf, parseRef, plain, printsSign, spoken, type RefKind } from './refs.ts';

const SETTINGS: ReadonlySet<string> = new Set<RefKind>(['l1', 'l2', 'momentum', 'dampening', 'rho', 'beta1', 'beta2', 'epsilon', 'weight-decay']);
const GIVEN: ReadonlySet<string> = new Set<RefKind>(['input', 'target', 'weight', 'bias', 'learning-rate', 'age', ...(SETTINGS as Set<RefKind>)]);
const DATA: ReadonlySet<string> = new Set<RefKind>(['input', 'target']);

const kindOf = (ref: string): RefKind | null => parseRef(ref)?.kind ?? null;

/** The notation of a layered network. */
export const layeredNotation = (sizes: Sizes, isFrozen: (ref: string) => boolean, text: Say, names: NameOf): Notation => ({
  mathml: refMathml, plain, printsSign, editable, gradientOf, parameterOf,
  // Only parameters have one.
  isGradientOfGiven: () => true,
  spoken: (ref) => spoken(ref, text, names),
  turns: (ref) => kindOf(ref) === 'weight' || kindOf(ref) === 'bias',
  lockOf: (ref) => (DATA.has(kindOf(ref) ?? '') ? 'data' : 'parameters'),
  isGiven: (ref) => GIVEN.has(kindOf(ref) ?? ''),
  givenKey(ref, explained) {
    const kind = kindOf(ref);
    if (kind === null) return null;
    const frozen = (kind === 'weight' || kind === 'bias') && isFrozen(ref);
    if (editable(ref) || kind === 'learning-rate') return `inspector-given-${kind}${frozen ? '-frozen' : ''}`;
    if (SETTINGS.has(kind)) return 'inspector-given-setting';
    return kind.endsWith('-memory') && !explained ? 'inspector-given-memory' : null;
  },
  updatedOf: (ref) => ref.replace(/^([Wb]\d+)/, '$1_next'),
  get parameters() { return parametersOf(sizes); },
});
