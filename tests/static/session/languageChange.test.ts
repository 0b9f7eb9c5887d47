import { beforeEach, expect, test } from 'vitest';
import { LanguageChange } from '../../../static/src/session/languageChange.svelte.ts';
import { Settings } from '../../../static/src/session/settings.svelte.ts';
import { stubPage } from '../support/page.ts';

beforeEach(() => stubPage(new Map()));

interface Later {
  promise: Promise<string>;
  resolve(text: string): void;
  reject(reason: Error): void;
}

/** Words that a test lets arrive, or not. */
function later(): Later {
  let ends: Omit<Later, 'promise'> | undefined;
  const promise = new Promise<string>((resolve, reject) => (ends = { resolve, reject }));
  return { promise, ...ends! };
}

/** A page whose words come when a test says so. */
function page() {
  const settings = new Settings({ lang: 'en', messages: 'hello = Hello' });
  const words = new Map<string, Later>();
  const shown: string[] = ['en'];
  const coming = (lang: string): Later => {
    if (!words.has(lang)) words.set(lang, later());
    return words.get(lang)!;
  };
  const change = new LanguageChange(settings, (lang) => coming(lang).promise);
  const to = (lang: string, content: Promise<string> = Promise.resolve(lang)): Promise<boolean> =>
    change.to(lang, async () => {
      const read = await content;
      return () => shown.push(read);
    });
  return { settings, change, coming, to, shown };
}

test('of two quick changes the newer one wins, in the lesson too', async () => {
  const { settings, coming, to, shown } = page();
  const chinese = later();
  const first = to('zh-CN', chinese.promise);
  const second = to('en');
  coming('en').resolve('hello = Hello');
  coming('zh-CN').resolve('hello = 你好');
  expect(await second).toBe(true);
  chinese.resolve('zh-CN');
  expect(await first).toBe(false);
  expect([settings.lang, settings.text('hello'), shown.at(-1)]).toEqual(['en', 'Hello', 'en']);
});

test('words that do not arrive leave the page in one language, and that is said', async () => {
  const { settings, change, coming, to, shown } = page();
  coming('zh-CN').reject(new TypeError('Failed to fetch'));
  expect(await to('zh-CN')).toBe(false);
  expect([settings.lang, settings.text('hello'), shown, change.failed]).toEqual(['en', 'Hello', ['en'], 'zh-CN']);
});

test('a lesson that does not arrive leaves the page in one language', async () => {
  const { settings, change, coming, to, shown } = page();
  coming('zh-CN').resolve('hello = 你好');
  expect(await to('zh-CN', Promise.reject(new Error('no server')))).toBe(false);
  expect([settings.text('hello'), shown, change.failed]).toEqual(['Hello', ['en'], 'zh-CN']);
});

test('the next change takes the notice away', async () => {
  const { change, coming, to } = page();
  coming('zh-CN').reject(new TypeError('Failed to fetch'));
  await to('zh-CN');
  coming('en').resolve('hello = Hello');
  await to('en');
  expect(change.failed).toBeNull();
});
