/** Messages in the learner's language: the Fluent catalogues that the server uses too. */
import { FluentBundle, FluentResource } from '@fluent/bundle';

export { catalogue, furtherMessages, LANGUAGES, type Language } from './catalogue/catalogue.ts';

export type Args = Record<string, string | number>;

export function bundleFrom(lang: string, ftl: string): FluentBundle {
  // Isolation marks around arguments would be part of copied text and accessible names.
  const bundle = new FluentBundle(lang, { useIsolating: false });
  bundle.addResource(new FluentResource(ftl), { allowOverrides: true });
  return bundle;
}

/** A space beside a number or a Latin name, where a Chinese name or a full-width bracket has taken its place. */
const IDLE_SPACE = /(?<=）) |(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g;

/** The message; the key itself where there is none. */
export function say(bundle: FluentBundle, key: string, args: Args = {}): string {
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, args, []).replace(IDLE_SPACE, '') : key;
}
