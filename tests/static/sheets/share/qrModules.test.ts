import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrModules, type QrModules } from '../../../../static/src/sheets/share/qrModules.ts';

const PIXELS = 4; // of a module

/** The code as a picture, read by a scanner. */
function scanned({ size, path }: QrModules): string | undefined {
  const side = size * PIXELS;
  const picture = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row += 1) {
      for (let column = Number(x) * PIXELS; column < (Number(x) + 1) * PIXELS; column += 1) picture.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  }
  return jsQR(picture, side, side)?.data;
}

test.each(['https://uni.example/p/mazur?step=21&lang=en', `https://uni.example/p/mazur?state=${'aB-_9'.repeat(100)}&lang=zh-CN`])('a scanner reads %s', (link) => {
  expect(scanned(qrModules(link)!)).toBe(link);
});

test('there is none for more than a code can hold', () => {
  expect(qrModules('x'.repeat(2_900))).not.toBeNull();
  expect(qrModules('x'.repeat(3_000))).toBeNull();
});
