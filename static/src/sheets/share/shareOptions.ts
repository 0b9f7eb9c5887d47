import type { AddressQuery } from '../../wire/types.ts';
import { queryOf } from '../../session/address.ts';
import { PANELS } from '../../session/parts.ts';
import type { Frame } from './snippets.ts';

/** What a teacher chooses for a frame. */
export interface Wish {
  moment: Readonly<Record<string, string>>;
  panels: readonly AddressQuery['panels'][number][];
  controls: AddressQuery['controls'];
  lang: string;
  theme: AddressQuery['theme'];
  width: string;
  height: number;
}

export const SIZES = ['100% × 460', '500 × 300', '640 × 480', '960 × 600'] as const;

export function sizeOf(size: string): Pick<Wish, 'width' | 'height'> {
  const [width = '100%', height = '460'] = size.split(' × ');
  return { width, height: Number(height) };
}

type Manner = Pick<Wish, 'panels' | 'controls' | 'lang' | 'theme'>;

/** How it looks, in the words of an address. */
export const mannerOf = ({ panels, controls, lang, theme }: Manner): Pick<Manner, 'lang'> & Partial<Manner> => ({
  lang,
  ...(panels.length < PANELS.length ? { panels } : {}),
  ...(controls === 'full' ? {} : { controls }),
  ...(theme === 'auto' ? {} : { theme }),
});

/** The frame of a wish; what an address need not say is left out. */
export function frameOf(wish: Wish, home: string, title: string): Frame {
  const { moment, lang, width, height } = wish;
  const { preset = '', ...place } = moment;
  const src = `${home}/embed?${queryOf({ ...moment, ...mannerOf(wish) })}`;
  const own = queryOf({ ...place, lang });
  return { src, page: `${home}/p/${preset || 'mazur'}?${own}`, title, width, height };
}
