import { beforeEach, expect, test, vi } from 'vitest';
import { Settings } from '../../../static/src/session/settings.svelte.ts';
import { firstMessages, furtherMessages } from '../../../static/src/notation/catalogue/catalogue.ts';
import { stubPage } from '../support/page.ts';

beforeEach(() => stubPage(new Map()));

const idsOf = (ftl: string): string[] => [...ftl.matchAll(/^([a-z][A-Za-z0-9-]*) =/gm)].map(([, id]) => id!);

test('a message that is left for later is blank until it is loaded, once', async () => {
  const load = vi.fn(async (_: string, folder: string) => (folder === 'later' ? 'rest = The rest' : ''));
  const settings = new Settings({ lang: 'en', messages: 'hello = Hello', further: load });
  expect(settings.text('hello')).toBe('Hello');
  expect(load).not.toHaveBeenCalled();
  expect([settings.text('rest'), settings.text('nowhere')]).toEqual(['', '']);
  await vi.waitFor(() => expect(settings.text('rest')).toBe('The rest'));
  expect([settings.text('hello'), settings.text('nowhere')]).toEqual(['Hello', 'nowhere']);
  expect(load.mock.calls).toEqual([['en', 'explanations'], ['en', 'graph'], ['en', 'later']]);
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
  const settings = new Settings({ lang: 'en', messages: '', further: async () => 'rest = The rest' });
  await settings.load('all');
  expect([settings.text('rest'), writes]).toEqual(['The rest', []]);
  settings.useLang('zh-CN', 'rest = 其余');
  expect(writes).toEqual(['zh-CN']);
});

test('what could not be loaded is loaded with the next message that is missing', async () => {
  const load = vi.fn(async () => 'rest = The rest').mockRejectedValueOnce(new Error('offline'));
  const settings = new Settings({ lang: 'en', messages: 'hello = Hello', further: load });
  await settings.load('all');
  expect(settings.text('hello')).toBe('Hello');
  settings.text('rest');
  await vi.waitFor(() => expect(settings.text('rest')).toBe('The rest'));
});

test('that words are missing is said once one of them was wanted, until they are there', async () => {
  const load = vi.fn(async () => 'rest = The rest').mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline'));
  const settings = new Settings({ lang: 'en', messages: 'hello = Hello', further: load, folders: ['graph', 'later'] });
  await settings.load('all');
  expect(settings.isMissingWords).toBe(false);
  settings.text('rest');
  await vi.waitFor(() => expect(settings.isMissingWords).toBe(true));
  await settings.load('all');
  expect([settings.isMissingWords, settings.text('rest')]).toEqual([false, 'The rest']);
});

test('after a change of language the messages of the earlier one are not put in', async () => {
  let arrives: (ftl: string) => void = () => {};
  const arriving = new Promise<string>((resolve) => (arrives = resolve));
  const settings = new Settings({ lang: 'en', messages: '', further: () => arriving });
  const loaded = settings.load('all');
  settings.useLang('zh-CN', 'rest = 其余');
  arrives('rest = The rest');
  await loaded;
  expect([settings.lang, settings.text('rest')]).toEqual(['zh-CN', '其余']);
});

test('the words of explanations come alone, and those that are still missing with all others', async () => {
  const load = vi.fn(async (_: string, folder: string) => `${folder} = Of ${folder}`);
  const settings = new Settings({ lang: 'en', messages: 'hello = Hello', further: load });
  expect([settings.has('hello'), settings.has('explanations')]).toEqual([true, false]);
  await settings.load('explanations');
  expect(load.mock.calls).toEqual([['en', 'explanations']]);
  expect([settings.text('hello'), settings.text('explanations')]).toEqual(['Hello', 'Of explanations']);
  await settings.load('explanations');
  settings.text('later');
  await vi.waitFor(() => expect(settings.text('later')).toBe('Of later'));
  // Each folder once.
  expect(load.mock.calls.map(([, folder]) => folder)).toEqual(['explanations', 'graph', 'later']);
});

test('a message that is missing while others arrive is asked for after them', async () => {
  const load = vi.fn(async (_: string, folder: string) => `${folder} = Of ${folder}`);
  const settings = new Settings({ lang: 'en', messages: '', folders: ['graph'], further: load });
  const loading = settings.load('explanations');
  expect(settings.text('later')).toBe('');
  await loading;
  expect(load.mock.calls.map(([, folder]) => folder)).toEqual(['explanations']);
  settings.text('later');
  await vi.waitFor(() => expect(settings.text('later')).toBe('Of later'));
  expect(load.mock.calls.map(([, folder]) => folder)).toEqual(['explanations', 'later']);
});

const FOLDERS = ['explanations', 'graph', 'later'] as const;

test.each(['en', 'zh-CN'])('each message of %s is in one folder', async (lang) => {
  const first = idsOf(await firstMessages(lang));
  const further = await Promise.all(FOLDERS.map(async (folder) => idsOf(await furtherMessages(lang, folder))));
  const all = [first, ...further].flat();
  expect(new Set(all).size).toBe(all.length);
  expect(further.map((ids) => ['op-loss', 'op-graph-multiply', 'race-how'].filter((id) => ids.includes(id)))).toEqual([['op-loss'], ['op-graph-multiply'], ['race-how']]);
  expect(first.length).toBeLessThan(further.flat().length / 2);
  expect(idsOf(await firstMessages(lang, ['graph']))).toEqual([...first, ...further[1]!]);
});
