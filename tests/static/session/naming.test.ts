import { expect, test } from 'vitest';
import { plain } from '../../../static/src/notation/refs.ts';
import { PLAIN_NOTATION } from '../../../static/src/notation/plainNotation.ts';
import { Naming, type Named } from '../../../static/src/session/naming.svelte.ts';
import type { Spec } from '../../../static/src/wire/types.ts';

const NETWORK = { inputs: 2, layers: [{ units: 1 }] };
const naming = (spec: object, program: Named['program'] = { notation: () => null }): Naming =>
  new Naming({ spec: spec as Spec, text: (key) => key, program, isFrozen: () => false });

test('an engineered input is written by its feature alone, another with its name before its symbol', () => {
  const engineered = naming({ network: NETWORK, data: { name: 'circle', features: ['x1^2', 'x2'] } });
  expect([engineered.labelOf('x[0]'), engineered.labelOf('a1[0]')]).toEqual(['x₁²', plain('a1[0]')]);
  const named = naming({ network: NETWORK, data: { name: 'custom' }, names: { inputs: ['lemons', ''] } });
  expect([named.labelOf('x[0]'), named.labelOf('x[1]'), named.labelOf('W1[0,0]')]).toEqual(['lemons x₁', 'x₂', plain('W1[0,0]')]);
});

test('the numbers of a graph have no names, and stand for themselves until its program is known', () => {
  const graph = { graph: { program: 'x*y' } };
  expect([naming(graph).labelOf('x[0]'), naming(graph).nameOf(0, 0)]).toEqual(['x₁', '']);
  expect(naming(graph).notation).toBe(PLAIN_NOTATION);
  const known = { ...PLAIN_NOTATION };
  expect(naming(graph, { notation: () => known }).notation).toBe(known);
});
