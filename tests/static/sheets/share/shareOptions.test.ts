import { describe, expect, test } from 'vitest';
import { frameOf, dimensionsOf, type ShareOptions } from '../../../../static/src/sheets/share/shareOptions.ts';
import { PANELS } from '../../../../static/src/session/parts.ts';

const HOME = 'https://uni.example/backstep';
const WISH: ShareOptions = { moment: { preset: 'mazur', step: '21' }, panels: PANELS, controls: 'full', lang: 'en', theme: 'auto', ...dimensionsOf('500 × 300') };

describe('a frame of what a teacher chooses', () => {
  test('says only what is not the default anyway', () => {
    expect(frameOf(WISH, HOME, 'T')).toEqual({
      src: `${HOME}/embed?preset=mazur&step=21&lang=en`, page: `${HOME}/p/mazur?step=21&lang=en`, title: 'T', width: '500', height: 300,
    });
  });

  test('says what was chosen', () => {
    const { src } = frameOf({ ...WISH, panels: ['formula', 'numbers'], controls: 'step', theme: 'dark', lang: 'zh-CN' }, HOME, 'T');
    expect(src).toBe(`${HOME}/embed?preset=mazur&step=21&lang=zh-CN&panels=formula,numbers&controls=step&theme=dark`);
  });
});
