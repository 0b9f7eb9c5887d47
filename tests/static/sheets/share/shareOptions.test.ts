import { describe, expect, test } from 'vitest';
import { FIRST, frameOf, dimensionsOf, hideable, isQuiz, quizOf, type ShareOptions } from '../../../../static/src/sheets/share/shareOptions.ts';
import { PANELS } from '../../../../static/src/session/parts.ts';

const HOME = 'https://uni.example/backstep';
const MOMENT = { moment: { preset: 'mazur', step: '21' } };
const WISH: ShareOptions = { ...FIRST, panels: [...PANELS], controls: 'full', hide: [], lang: 'en', size: '500 × 300' };
const query = (src: string): string => src.slice(src.indexOf('?') + 1);

describe('a frame of what a teacher chooses', () => {
  test('says only what is not the default anyway', () => {
    expect(frameOf(MOMENT, WISH, HOME, 'T')).toEqual({
      src: `${HOME}/embed?preset=mazur&step=21&lang=en`, page: `${HOME}/p/mazur?step=21&lang=en`, title: 'T', width: '500', height: 300, fits: false,
      image: `${HOME}/picture.png?preset=mazur&step=21`,
      home: HOME, values: { preset: 'mazur', step: '21', lang: 'en' },
    });
  });

  test('of a typed program leads to the page of graphs', () => {
    expect(frameOf({ moment: { expr: 'L = a*b', step: '2' } }, WISH, HOME, 'T').page).toBe(`${HOME}/graph?expr=L+%3D+a*b&step=2&lang=en`);
  });

  test('says everything that was chosen', () => {
    const { src } = frameOf(MOMENT, {
      ...WISH, panels: ['formula', 'numbers'], controls: 'step', theme: 'dark', lang: 'zh-CN', hide: ['timeline'], lock: ['parameters', 'data'],
      unit: 'neuron', predict: 1, digits: 4, scale: 1.5,
    }, HOME, 'T');
    expect(query(src)).toBe(
      'preset=mazur&step=21&lang=zh-CN&panels=formula,numbers&controls=step&hide=timeline&lock=parameters,data&unit=neuron&predict=1&digits=4&scale=1.5&theme=dark',
    );
  });

  test('leaves out what the other choices leave without effect', () => {
    const { src } = frameOf(MOMENT, { ...WISH, view: 'network', panels: ['formula'], controls: 'none', hide: ['header', 'timeline'] }, HOME, 'T');
    expect(query(src)).toBe('preset=mazur&step=21&lang=en&view=network&controls=none');
  });

  test('of a lesson leads to its passage, without what the lesson decides itself', () => {
    const { src, page } = frameOf({ lesson: 'sigmoid', passage: 3 }, { ...WISH, ...FIRST, lock: ['data'], hide: ['text', 'timeline'] }, HOME, 'T');
    expect(query(src)).toBe('lesson=sigmoid&passage=3&lang=en&hide=text');
    expect(page).toBe(`${HOME}/lessons/sigmoid?passage=3&lang=en`);
  });

  test('is offered first with the picture, its formula and the step buttons alone', () => {
    expect(query(frameOf(MOMENT, { ...FIRST, lang: 'en' }, HOME, 'T').src)).toBe('preset=mazur&step=21&lang=en&panels=formula&controls=step&hide=header,timeline');
    expect(dimensionsOf({ ...FIRST, lang: 'en' })).toEqual({ width: '100%', height: 456, fits: true });
    expect(dimensionsOf({ ...WISH, size: FIRST.size }).height).toBe(508);
  });

  test('is a quiz with the questions on for good and without the panels that show what is asked', () => {
    const quiz = { ...WISH, ...quizOf({ ...WISH, hide: ['timeline'] }) };
    expect([isQuiz(WISH), isQuiz({ ...WISH, predict: 1 }), isQuiz(quiz)]).toEqual([false, false, true]);
    expect(query(frameOf(MOMENT, quiz, HOME, 'T').src)).toBe('preset=mazur&step=21&lang=en&panels=formula,story&hide=timeline,predict&predict=1');
  });

  test('offers to hide only what is there', () => {
    expect(hideable({ ...WISH, controls: 'none' }, false)).toEqual(['full']);
    expect(hideable(WISH, true)).toContain('text');
    expect(hideable(WISH, false)).not.toContain('text');
    expect(hideable(WISH, false)).toContain('display');
    expect(hideable({ ...WISH, hide: ['header'] }, false)).not.toContain('display');
  });
});
