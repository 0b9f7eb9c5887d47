import { expect, test } from 'vitest';
import cases from './frameHeights.json' with { type: 'json' };
import { natural } from '../../../static/src/session/frameHeight.ts';
import { PANELS } from '../../../static/src/session/parts.ts';
import type { AddressQuery } from '../../../static/src/wire/types.ts';

const list = (text: string | undefined): string[] => (text ? text.split(',') : []);

// The server has the same cases in tests/web/test_frame_height.py.
test.each(cases)('a frame $width wide with $query wants $height', ({ width, query, height }) => {
  const { view = 'all', controls = 'full', panels, hide } = query as Record<string, string>;
  const asked = { view, controls, panels: panels ? list(panels) : PANELS, hide: list(hide), predict: 0 };
  expect(natural(width, asked as unknown as AddressQuery)).toBe(height);
});
