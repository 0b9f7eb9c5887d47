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

const WORDS: Readonly<Record<Language['code'], () => Promise<{ default: string }>>> = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
};

export async function catalogue(lang: string): Promise<string> {
  return (await WORDS[lang as Language['code']]()).default;
}
