/** Messages in the learner's language: the Fluent catalogues that the server uses too. */
import { FluentBundle, FluentResource } from '@fluent/bundle';

export interface Language {
  code: 'en' | 'zh-CN';
  name: string;
}

/** Each in its own name, so that a reader of it finds it. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', name: 'English' },
  { code: 'zh-CN', name: '中文' },
];

export type Args = Record<string, string | number>;

export function bundleFrom(lang: string, ftl: string): FluentBundle {
  // Direction marks round every argument would end up in copied text and accessible names.
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource(ftl), { allowOverrides: true });
  return bundle;
}

/** The sentence; the key itself where there is none, so that a gap is seen and never breaks the page. */
export function say(bundle: FluentBundle, key: string, args: Args = {}): string {
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, args, []) : key;
}

const sources = import.meta.glob<string>('../../app/locales/*/*.ftl', { query: '?raw', import: 'default' });

/** The language's messages, part of the built page: changing the language asks nothing of the server. */
export async function catalogue(lang: string): Promise<string> {
  const files = Object.keys(sources).filter((path) => path.includes(`/locales/${lang}/`)).sort();
  const texts = await Promise.all(files.map((path) => sources[path]!()));
  return texts.join('\n');
}
