import { expect, test } from 'vitest';
import { LAYERED } from '../../../static/src/session/layeredModel.ts';
import type { PresetSummary } from '../../../static/src/wire/types.ts';
import { MAZUR, sessionAt } from '../support/iteration.ts';

const { spec } = sessionAt(MAZUR, 0);
const mazur = { name: 'mazur', sizes: [2, 2, 2], data: 'custom', examples: 1 } as PresetSummary;
const [first, second] = spec.network.layers;

test('a session is of its preset until its data or the shape of its network is another', () => {
  expect(LAYERED.isFromPreset(spec, mazur)).toBe(true);
  expect(LAYERED.isFromPreset({ ...spec, data: { ...spec.data, name: 'spiral' } }, mazur)).toBe(false);
  expect(LAYERED.isFromPreset({ ...spec, data: { ...spec.data, X: [[0, 1], [1, 0]] } }, mazur)).toBe(false);
  expect(LAYERED.isFromPreset({ ...spec, data: { ...spec.data, X: [[0.3, 0.4]] } }, mazur)).toBe(true);
  expect(LAYERED.isFromPreset({ ...spec, network: { ...spec.network, layers: [{ ...first!, units: 3 }, second!] } }, mazur)).toBe(false);
  expect(LAYERED.isFromPreset({ ...spec, network: { ...spec.network, layers: [first!, first!, second!] } }, mazur)).toBe(false);
});
