import type { AddressQuery } from '../../wire/types.ts';
import { queryOf } from '../../session/address.ts';
import { PANELS } from '../../session/parts.ts';
import type { EmbedFrame } from './snippets.ts';

/** What a teacher chooses for a frame. */
export interface ShareOptions {
  moment: Readonly<Record<string, string>>;
  panels: readonly AddressQuery['panels'][number][];
  controls: AddressQuery['controls'];
  lang: string;
  theme: AddressQuery['theme'];
  width: string;
  height: number;
}

export const SIZES = ['100% × 460', '500 × 300', '640 × 480', '960 × 600'] as const;

export function dimensionsOf(size: string): Pick<ShareOptions, 'width' | 'height'> {
  const [width = '100%', height = '460'] = size.split(' × ');
  return { width, height: Number(height) };
}

type Appearance = Pick<ShareOptions, 'panels' | 'controls' | 'lang' | 'theme'>;

/** The appearance of a frame, as values of an address; defaults are left out. */
export const appearanceOf = ({ panels, controls, lang, theme }: Appearance): Pick<Appearance, 'lang'> & Partial<Appearance> => ({
  lang,
  ...(panels.length < PANELS.length ? { panels } : {}),
  ...(controls === 'full' ? {} : { controls }),
  ...(theme === 'auto' ? {} : { theme }),
});

/** The frame with these options; defaults are left out of its address. */
export function frameOf(options: ShareOptions, home: string, title: string): EmbedFrame {
  const { moment, lang, width, height } = options;
  const { preset = '', ...place } = moment;
  const src = `${home}/embed?${queryOf({ ...moment, ...appearanceOf(options) })}`;
  const own = queryOf({ ...place, lang });
  return { src, page: `${home}/p/${preset || 'mazur'}?${own}`, title, width, height };
}
