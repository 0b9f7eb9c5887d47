import { expect, test } from 'vitest';
import { reflect, takeOver } from '../../../../static/src/embed/element/properties.ts';

/** As much of an element as properties need. */
class Base {
  values: Record<string, string> = {};
  native = '';
  get lang(): string { return this.native; }
  set lang(value: string) { this.native = value; }
  focus(): string { return 'focused'; }
  getAttribute(name: string): string | null { return this.values[name] ?? null; }
  setAttribute(name: string, value: string): void { this.values[name] = value; }
  removeAttribute(name: string): void { delete this.values[name]; }
}

class Element extends Base {
  get state(): string { return 'the moment'; }
}

const NAMES = ['preset', 'step', 'predict', 'focus', 'state', 'lang'];
reflect(Element.prototype as unknown as HTMLElement, NAMES);
const made = (): Element & Record<string, unknown> => new Element() as Element & Record<string, unknown>;

test('a property sets its attribute, and takes it away', () => {
  const element = made();
  Object.assign(element, { preset: 'xor', step: 3, predict: true, lang: 'en' });
  expect(element.values).toEqual({ preset: 'xor', step: '3', predict: '1' });
  expect([element.preset, element.lang]).toEqual(['xor', 'en']);
  Object.assign(element, { preset: null, step: undefined, predict: false });
  expect(element.values).toEqual({});
  expect(element.preset).toBeNull();
});

test('what the element has already is read as before, also after it was set', () => {
  const element = made();
  Object.assign(element, { focus: 2, state: 'abc' });
  expect(element.values).toEqual({ focus: '2', state: 'abc' });
  expect([element.focus(), element.state]).toEqual(['focused', 'the moment']);
});

test('what was set before the element was defined is taken over', () => {
  const element = made();
  Object.defineProperty(element, 'focus', { value: 4, configurable: true });
  takeOver(element as unknown as HTMLElement, NAMES);
  expect(element.values).toEqual({ focus: '4' });
  expect(element.focus()).toBe('focused');
});
