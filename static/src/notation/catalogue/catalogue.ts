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
const LATER: Words = { en: () => import('./later/en.ts'), 'zh-CN': () => import('./later/zh-CN.ts') };

/** The messages that a first step may need. */
export const firstMessages = async (lang: string): Promise<string> => (await FIRST[lang as Language['code']]()).default;

/** All others. */
export const laterMessages = async (lang: string): Promise<string> => (await LATER[lang as Language['code']]()).default;

/** All messages of a language. */
export async function catalogue(lang: string): Promise<string> {
  return (await Promise.all([firstMessages(lang), laterMessages(lang)])).join('\n');
}
