import { describe, expect, test } from 'vitest';
import type { LayeredSpec } from '../../../static/src/wire/types.ts';
import { renewal, renewed, type Renewal } from '../../../static/src/session/renewal.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';

const at = (step: number, edits: number, iteration = 7) => {
  const session = sessionAt(MAZUR, step);
  return { ...session, edits, position: { ...session.position, iteration } };
};

describe('a session that expired', () => {
  test('without edits is made by its spec and taken to its moment', () => {
    const old = at(20, 0);
    expect(renewal(old)).toEqual({ spec: old.spec, moment: { iteration: 7, step: 20, focus: 0 }, edited: false });
  });

  test('with edits starts from its weights and counts from 0 again', () => {
    const old = at(20, 2);
    const { spec, moment } = renewal(old) as { spec: LayeredSpec } & Renewal;
    expect(spec.network.parameters).toEqual(old.parameters);
    expect(spec.data).toEqual(old.spec.data);
    expect(moment).toEqual({ iteration: 0, step: 20, focus: 0 });
  });

  test('with its iteration complete begins the next one', () => {
    expect(renewal(at(55, 1)).moment.step).toBe(0);
  });

  test('says whether its numbers are the same', () => {
    const old = at(20, 1);
    expect(renewed(old, at(20, 0, 0))).toBe('same');
    const other = { ...at(20, 0, 0), values: { ...old.values, x: [9, 9] } };
    expect(renewed(old, other)).toBe('weights');
  });

  test('started again is compared by its weights, for nothing is computed yet', () => {
    expect(renewed(at(55, 1), { ...at(0, 0, 0), parameters: at(55, 1).parameters })).toBe('same');
  });
});
