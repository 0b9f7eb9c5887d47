import { createElement } from 'react';
import { renderToString as reactToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { createSSRApp, h } from 'vue';
import { renderToString as vueToString } from 'vue/server-renderer';
import { OBSERVED, attributesOf, handlerName } from '../../../packages/embed/src/attributes.ts';
import { Backstep as ReactBackstep } from '../../../packages/embed/src/react.ts';
import { Backstep as VueBackstep } from '../../../packages/embed/src/vue.ts';

const SERVER = 'https://backstep.example';
const ELEMENT = /<backstep-embed ([^>]*)>(.*)<\/backstep-embed>/;

/** The attributes of the one element in a text, and what is in it. */
function read(html: string): { attributes: Record<string, string>; inside: string } {
  const [, attributes = '', inside = ''] = ELEMENT.exec(html) ?? [];
  return { attributes: Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])), inside };
}

test('a component of React is the element with its attributes, on a server too', () => {
  const html = reactToString(createElement(ReactBackstep, {
    server: SERVER, preset: 'mazur', step: 21, focus: 1, state: 'abc', predict: true, autoplay: false, className: 'wide', onStep: () => undefined,
  }, 'No scripts here.'));
  expect(read(html)).toEqual({
    attributes: { server: SERVER, preset: 'mazur', step: '21', focus: '1', state: 'abc', predict: '1', class: 'wide' },
    inside: 'No scripts here.',
  });
});

test('a component of Vue is the element with its attributes, on a server too', async () => {
  const html = await vueToString(createSSRApp({
    render: () => h(VueBackstep, { server: SERVER, preset: 'mazur', step: 21, focus: 1, predict: true, class: 'wide' }, () => 'No scripts here.'),
  }));
  expect(read(html).attributes).toEqual({ server: SERVER, preset: 'mazur', step: '21', focus: '1', predict: '1', class: 'wide' });
  expect(read(html).inside).toContain('No scripts here.');
});

test('every attribute of the element is one of a component, and nothing else is', () => {
  const properties = Object.fromEntries(OBSERVED.map((name, at) => [name, at]));
  expect(attributesOf({ ...properties, onStep: 'x', unknown: 'x' })).toEqual(Object.fromEntries(OBSERVED.map((name, at) => [name, String(at)])));
});

test('a switch that is only named is on, and an empty text stays one', () => {
  expect(attributesOf({ predict: '', autoplay: true, hide: '', focus: 0, lock: null, step: undefined })).toEqual({ predict: '1', autoplay: '1', hide: '', focus: '0' });
});

test('what handles an event is named as frameworks do', () => {
  expect(handlerName('step')).toBe('onStep');
});
