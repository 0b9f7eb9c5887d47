/** The languages, and the words of each: part of the built page, so that changing the language asks nothing of the server. */
export interface Language {
  code: 'en' | 'zh-CN';
  name: string;
}

/** Each in its own name, so that a reader of it finds it. */
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
