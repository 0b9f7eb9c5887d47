import type { AddressQuery } from '../../wire/types.ts';
import { queryOf } from '../../session/address.ts';
import { PANELS, partsOf, type Part } from '../../session/parts.ts';
import { natural } from '../../session/frameHeight.ts';
import type { EmbedFrame } from './markup.ts';

/** What a teacher chooses for a frame: the values of an address, and the size. */
export interface ShareOptions extends Pick<AddressQuery,
  'view' | 'panels' | 'controls' | 'hide' | 'lock' | 'unit' | 'predict' | 'digits' | 'scale' | 'lang' | 'theme'> {
  size: string;
}

/** What the frame opens with: a moment of a network, or a passage of a lesson. */
export type Opening = { moment: Readonly<Record<string, string>> } | { lesson: string; passage: number };

/** The values of an address that names none of them. */
const DEFAULTS: Omit<ShareOptions, 'lang' | 'size'> = {
  view: 'all', panels: [...PANELS], controls: 'full', hide: [], lock: [], unit: 'term', predict: 0, digits: 3, scale: 1, theme: 'auto',
};

/** As wide as its column, and as high as its parts need there. */
export const FITTING = '100%';
/** The width of a usual column of a course page. */
export const COLUMN = 720;
export const SIZES = [FITTING, '640 × 480', '500 × 300', '800 × 600', '960 × 600', '1280 × 720', '360 × 740'] as const;

/** The frame that is offered first: the picture with its formula, and the buttons to step. */
export const FIRST: Omit<ShareOptions, 'lang'> = {
  ...DEFAULTS, panels: ['formula'], controls: 'step', hide: ['header', 'timeline'], size: SIZES[0],
};

export function dimensionsOf(options: ShareOptions): Pick<EmbedFrame, 'width' | 'height' | 'fits'> {
  const [width = FITTING, height] = options.size.split(' × ');
  if (height !== undefined) return { width, height: Number(height), fits: false };
  return { width, height: natural(COLUMN, options as unknown as AddressQuery), fits: true };
}

/** A quiz: each number is asked for, the learner cannot turn that off, and no panel shows what is asked. */
export const quizOf = (options: ShareOptions): Partial<ShareOptions> => ({
  predict: 1,
  panels: options.panels.filter((panel) => panel === 'formula' || panel === 'story'),
  hide: [...new Set([...options.hide, 'predict' as const])],
});

export const isQuiz = (options: ShareOptions): boolean =>
  options.predict === 1 && options.hide.includes('predict') && options.panels.every((panel) => panel === 'formula' || panel === 'story');

/** Parts besides the panels that can be hidden one by one. */
const SINGLE: readonly AddressQuery['hide'][number][] = [
  'header', 'preset', 'example', 'sheets', 'display', 'timeline', 'steps', 'play', 'passes', 'training', 'predict', 'full',
];
/** Parts that stand in the header. */
const IN_HEADER: readonly AddressQuery['hide'][number][] = ['preset', 'sheets', 'display'];
const OF_LESSONS: readonly AddressQuery['hide'][number][] = ['text', 'header', 'display', 'full'];

/** The parts that the other choices leave on the page, and that can be hidden. */
export function hideable(options: ShareOptions, lesson: boolean): readonly AddressQuery['hide'][number][] {
  const headless = options.hide.includes('header');
  const there: ReadonlySet<Part> = partsOf({ ...options, hide: [] } as unknown as AddressQuery);
  const parts = lesson ? OF_LESSONS : SINGLE.filter((part) => there.has(part));
  return headless ? parts.filter((part) => !IN_HEADER.includes(part)) : parts;
}

/** The names of an address that have a meaning for a lesson, which brings its own network and panels. */
const FOR_LESSONS: ReadonlySet<string> = new Set(['hide', 'digits', 'scale', 'lang', 'theme']);

/** Values of an address. */
export type AddressValues = Readonly<Record<string, string>>;

const same = (value: unknown, other: unknown): boolean => JSON.stringify(value) === JSON.stringify(other);

/** The options as values of an address; defaults, and what has no effect, are left out. */
export function sharedValuesOf(options: ShareOptions, lesson = false): AddressValues {
  const shown = hideable(options, lesson);
  const said = { ...options, hide: options.hide.filter((part) => shown.includes(part)) };
  const names = (Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[])
    .filter((name) => !same(said[name], DEFAULTS[name]) && (!lesson || FOR_LESSONS.has(name)))
    .filter((name) => name !== 'panels' || said.view === 'all');
  return Object.fromEntries([['lang', options.lang], ...names.map((name) => [name, String(said[name])])]) as AddressValues;
}

/** Names that the full page shares with the frame. */
const FOR_PAGES: ReadonlySet<string> = new Set(['lang', 'lock', 'predict', 'unit']);

export function frameOf(opening: Opening, options: ShareOptions, home: string, title: string): EmbedFrame {
  const taught = 'lesson' in opening;
  const values = sharedValuesOf(options, taught);
  const begins: AddressValues = taught
    ? { lesson: opening.lesson, ...(opening.passage > 1 ? { passage: String(opening.passage) } : {}) }
    : opening.moment;
  const { preset = 'mazur', lesson, ...place } = begins;
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => FOR_PAGES.has(name)));
  return {
    home,
    values: { ...begins, ...values },
    src: `${home}/embed?${queryOf({ ...begins, ...values })}`,
    image: `${home}/picture.png?${queryOf(begins)}`,
    page: `${home}/${taught ? `lessons/${lesson}` : 'expr' in place ? 'graph' : `p/${preset}`}?${queryOf({ ...place, ...kept })}`,
    title,
    ...dimensionsOf(options),
  };
}
