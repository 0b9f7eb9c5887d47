import type { Folder } from '../../wire/types.ts';

/** The languages and their messages, as parts of the built page: a change of language needs no request to the API. */
export interface Language {
  code: 'en' | 'zh-CN';
  name: string;
}

/** Each named in its own language. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English' },
  { code: 'zh-CN', name: '中文' },
];

type Words = Readonly<Record<Language['code'], () => Promise<{ default: string }>>>;

const FIRST: Words = { en: () => import('./en.ts'), 'zh-CN': () => import('./zh-CN.ts') };
const FURTHER: Readonly<Record<Folder, Words>> = {
  explanations: { en: () => import('./explanations/en.ts'), 'zh-CN': () => import('./explanations/zh-CN.ts') },
  graph: { en: () => import('./graph/en.ts'), 'zh-CN': () => import('./graph/zh-CN.ts') },
  later: { en: () => import('./later/en.ts'), 'zh-CN': () => import('./later/zh-CN.ts') },
};

async function loaded(lang: string, parts: readonly Words[]): Promise<string> {
  const chunks = await Promise.all(parts.map((part) => part[lang as Language['code']]()));
  return chunks.map((chunk) => chunk.default).join('\n');
}

/** The messages that any first step may need, with those of these folders. */
export const firstMessages = (lang: string, folders: readonly Folder[] = []): Promise<string> =>
  loaded(lang, [FIRST, ...folders.map((folder) => FURTHER[folder])]);

/** Those of a folder. */
export const furtherMessages = (lang: string, folder: Folder): Promise<string> => loaded(lang, [FURTHER[folder]]);

/** All messages of a language. */
export const catalogue = (lang: string): Promise<string> => loaded(lang, [FIRST, ...Object.values(FURTHER)]);
