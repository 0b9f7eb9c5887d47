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
const GRAPH: Words = { en: () => import('./graph/en.ts'), 'zh-CN': () => import('./graph/zh-CN.ts') };
const LATER: Words = { en: () => import('./later/en.ts'), 'zh-CN': () => import('./later/zh-CN.ts') };

async function loaded(lang: string, ...parts: readonly Words[]): Promise<string> {
  const chunks = await Promise.all(parts.map((part) => part[lang as Language['code']]()));
  return chunks.map((chunk) => chunk.default).join('\n');
}

/** The messages that a first step of a network may need. */
export const firstMessages = (lang: string): Promise<string> => loaded(lang, FIRST);

/** Those that a first step of a graph may need. */
export const firstGraphMessages = (lang: string): Promise<string> => loaded(lang, FIRST, GRAPH);

/** All but those of a network's first step. */
export const laterMessages = (lang: string): Promise<string> => loaded(lang, GRAPH, LATER);

/** All messages of a language. */
export const catalogue = (lang: string): Promise<string> => loaded(lang, FIRST, GRAPH, LATER);
