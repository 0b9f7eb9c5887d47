import { expect, test } from 'vitest';
import { boundary } from '../../../static/src/views/boundary/endpoint.ts';
import type { Api } from '../../../static/src/wire/client.ts';
import { valuesOfShades } from '../../../static/src/wire/shades.ts';

const base64 = (...bytes: number[]): string => btoa(String.fromCharCode(...bytes));

test('a byte is a share of the way from the smallest to the largest value, row by row', () => {
  expect(valuesOfShades(base64(0, 255, 51, 102), { low: -1, high: 4 }, 2)).toEqual([[-1, 4], [0, 1]]);
  expect(valuesOfShades(base64(0, 0), { low: null, high: null }, 2)).toEqual([[0, 0]]);
});

test('a boundary in shades has values, and whole numbers where these are classes', async () => {
  const map = (ref: string) => ({ ref, level: null, low: 0, high: 9, values: null, shades: base64(28, 57, 85, 255) });
  const addresses: string[] = [];
  const api = { get: (address: string) => {
    addresses.push(address);
    return Promise.resolve({ maps: [map('class'), map('a1[0]')] });
  } } as unknown as Api;
  const { maps: [decided, neuron] } = await boundary(api, 'id', { units: [], resolution: 2, x: null, y: null, points: false, shades: true });
  expect(decided?.values).toEqual([[1, 2], [3, 9]]);
  expect(neuron?.values[0]?.[0]).toBeCloseTo((28 / 255) * 9);
  expect([decided?.step, neuron?.step]).toEqual([0, 9 / 255]);
  expect(addresses[0]).toContain('shades=true');
});
