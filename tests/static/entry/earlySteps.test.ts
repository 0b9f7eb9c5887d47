import { afterEach, expect, test, vi } from 'vitest';
import { AGAIN, earlyPage, HtmlElement, NEXT } from '../support/earlyPage.ts';

afterEach(() => vi.unstubAllGlobals());

const LAB = { kept: 'mazur' };

test('clicks and arrow keys are kept in their order, each once', () => {
  const page = earlyPage(LAB);
  expect(page.dataset.early).toBe('open');
  page.click(NEXT);
  expect(page.press({ key: 'ArrowRight' })).toBe(true);
  page.press({ key: 'ArrowLeft' });
  expect(page.end()).toEqual(['step', 'step', 'back']);
  page.click(NEXT);
  page.press({ key: 'ArrowRight' });
  expect(page.end()).toEqual(['step', 'step', 'back']);
});

test.each([
  ['another key', { key: 'a' }],
  ['a shortcut of the browser', { key: 'ArrowLeft', altKey: true }],
  ['a key that was handled', { key: 'ArrowRight', defaultPrevented: true }],
  ['a key in a field', { key: 'ArrowRight', target: new HtmlElement('INPUT', '') as unknown as EventTarget }],
])('%s is no step', (_, pressed) => {
  const page = earlyPage(LAB);
  expect(page.press(pressed)).toBe(false);
  expect(page.end()).toEqual([]);
});

test('the first step draws its number, a step back before it takes the number away', () => {
  const page = earlyPage(LAB);
  expect(page.mark.textContent).toBe('');
  page.click(NEXT);
  expect(page.mark.textContent).toBe('+0.00754');
  page.click(NEXT);
  page.press({ key: 'ArrowLeft' });
  expect(page.mark.textContent).toBe('+0.00754');
  page.press({ key: 'ArrowLeft' });
  expect(page.mark.textContent).toBe('');
});

test.each([
  ['of the address', { ...LAB, digits: '6' }, { 'backstep:digits': '2' }, '+0.00754321'],
  ['that this browser keeps', LAB, { 'backstep:digits': '2' }, '+0.0075'],
  ['that are usual, where it keeps none that there are', LAB, { 'backstep:digits': '5' }, '+0.00754'],
])('it has the digits %s', (_, said, kept, text) => {
  const page = earlyPage(said, kept);
  page.click(NEXT);
  expect(page.mark.textContent).toBe(text);
});

test('nothing is drawn where a session of this browser takes the place of the page’s', () => {
  const page = earlyPage(LAB, { 'backstep:session:mazur': 'kept' });
  page.click(NEXT);
  expect(page.mark.textContent).toBe('');
  expect(page.end()).toEqual(['step']);
});

test.each([
  ['a page that asks before it shows', {}, {}, false, undefined],
  ['a first visit', { ...LAB, introduces: '1' }, {}, false, undefined],
  ['a later visit', { ...LAB, introduces: '1' }, { 'backstep:introduced': '1' }, false, 'open'],
  ['a frame, which introduces nobody', { ...LAB, introduces: '1' }, {}, true, 'open'],
])('%s has its controls with the lab or before', (_, said, kept, framed, early) => {
  const page = earlyPage(said, kept, framed);
  expect(page.dataset.early).toBe(early);
  page.press({ key: 'ArrowRight' });
  expect(page.end()).toEqual(early ? ['step'] : []);
});

test('where the scripts do not arrive steps are kept no longer, and the page can be loaded again', () => {
  const page = earlyPage(LAB);
  page.fail({ type: '' });
  expect(page.dataset.early).toBe('open');
  page.fail({ type: 'module' });
  expect(page.dataset.early).toBe('failed');
  expect(page.press({ key: 'ArrowRight' })).toBe(false);
  page.click(AGAIN);
  expect(page.reload).toHaveBeenCalledOnce();
  expect(page.end()).toEqual([]);
});

test('a lesson and a first visit say it, too', () => {
  const page = earlyPage({});
  page.fail({ type: 'module' });
  expect(page.dataset.early).toBe('failed');
  page.click(AGAIN);
  expect(page.reload).toHaveBeenCalledOnce();
});
