import { beforeEach, expect, test, vi } from 'vitest';
import { Settings } from '../../../static/src/session/settings.svelte.ts';
import { firstGraphMessages, firstMessages, laterMessages } from '../../../static/src/notation/catalogue/catalogue.ts';
import { stubPage } from '../support/page.ts';

beforeEach(() => stubPage(new Map()));

const idsOf = (ftl: string): string[] => [...ftl.matchAll(/^([a-z][A-Za-z0-9-]*) =/gm)].map(([, id]) => id!);

test('a message that is left for later is blank until it is loaded, once', async () => {
  const load = vi.fn(async () => 'rest = The rest');
  const settings = new Settings('en', 'hello = Hello', {}, load);
  expect(settings.text('hello')).toBe('Hello');
  expect(load).not.toHaveBeenCalled();
  expect([settings.text('rest'), settings.text('nowhere')]).toEqual(['', '']);
  await vi.waitFor(() => expect(settings.text('rest')).toBe('The rest'));
  expect([settings.text('hello'), settings.text('nowhere')]).toEqual(['Hello', 'nowhere']);
  expect(load.mock.calls).toEqual([['en']]);
});

test('messages that come later are put in without a write to the language of the page', async () => {
  // A write has the browser style every element again, in the middle of somebody's step.
  const writes: string[] = [];
  let lang = 'en';
  Object.defineProperty(document.documentElement, 'lang', {
    configurable: true,
    get: () => lang,
    set: (written: string) => writes.push((lang = written)),
  });
  const settings = new Settings('en', '', {}, async () => 'rest = The rest');
  await settings.loadLater();
  expect([settings.text('rest'), writes]).toEqual(['The rest', []]);
  settings.useLang('zh-CN', 'rest = 其余');
  expect(writes).toEqual(['zh-CN']);
});

test('what could not be loaded is loaded with the next message that is missing', async () => {
  const load = vi.fn(async () => 'rest = The rest').mockRejectedValueOnce(new Error('offline'));
  const settings = new Settings('en', 'hello = Hello', {}, load);
  await settings.loadLater();
  expect(settings.text('hello')).toBe('Hello');
  settings.text('rest');
  await vi.waitFor(() => expect(settings.text('rest')).toBe('The rest'));
});

test('after a change of language the messages of the earlier one are not put in', async () => {
  let arrives: (ftl: string) => void = () => {};
  const settings = new Settings('en', '', {}, () => new Promise((resolve) => (arrives = resolve)));
  const loaded = settings.loadLater();
  settings.useLang('zh-CN', 'rest = 其余');
  arrives('rest = The rest');
  await loaded;
  expect([settings.lang, settings.text('rest')]).toEqual(['zh-CN', '其余']);
});

test.each(['en', 'zh-CN'])('each message of %s is in one of the two parts', async (lang) => {
  const [first, later] = [idsOf(await firstMessages(lang)), idsOf(await laterMessages(lang))];
  expect(first.filter((id) => later.includes(id))).toEqual([]);
  expect(first.length).toBeGreaterThan(later.length / 2);
  expect(later).toContain('race-how');
  const withGraph = idsOf(await firstGraphMessages(lang));
  expect(withGraph.slice(0, first.length)).toEqual(first);
  expect(withGraph.slice(first.length).every((id) => later.includes(id))).toBe(true);
  expect(withGraph).toContain('op-graph-multiply');
  expect(withGraph).not.toContain('race-how');
});
