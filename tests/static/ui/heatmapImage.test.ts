import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tones } from '../../../static/src/geometry/heatmap.ts';
import { heatmapAddress } from '../../../static/src/ui/chart/heatmapImage.ts';

const TONES: Tones = { low: -1, mid: 0, high: 1, ends: ['negative', 'positive'] };
const MAP = { values: [[-1, 0], [1, null]] };
const INKS: Record<string, Record<string, string>> = {
  light: { paper: 'rgb(250, 250, 250)', negative: 'rgb(200, 80, 10)', positive: 'rgb(10, 80, 200)' },
  dark: { paper: 'rgb(20, 20, 20)', negative: 'rgb(240, 160, 60)', positive: 'rgb(90, 150, 255)' },
};

let computed = 0;
let painted: number[] = [];
const root = { dataset: {} as Record<string, string> };
const element = { style: { color: 'red' } } as unknown as SVGImageElement;

beforeEach(() => {
  vi.stubGlobal('ImageData', class { constructor(readonly data: Uint8ClampedArray) {} });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('document', {
    documentElement: root,
    createElement: () => ({
      getContext: () => ({ putImageData: ({ data }: { data: Uint8ClampedArray }) => (painted = [...data]) }),
      toDataURL: () => 'data:',
    }),
  });
  vi.stubGlobal('getComputedStyle', ({ style }: SVGImageElement) => {
    computed++;
    return { color: INKS[root.dataset.theme ?? 'light']?.[style.color.slice(6, -1)] };
  });
});
afterEach(() => vi.unstubAllGlobals());

test('colours are read once for each theme, so that drawing a map has nothing laid out', () => {
  for (let time = 0; time < 3; time++) heatmapAddress(element, MAP, TONES, 0);
  expect(computed).toBe(3);
  const light = painted;
  root.dataset.theme = 'dark';
  for (let time = 0; time < 3; time++) heatmapAddress(element, MAP, TONES, 0);
  expect(computed).toBe(6);
  expect(painted).not.toEqual(light);
  expect(painted.slice(12)).toEqual([20, 20, 20, 255]);  // the middle has the colour of the paper
  expect(painted.slice(4, 8)).toEqual([0, 0, 0, 0]);
  expect(element.style.color).toBe('red');
});
