import { expect, test } from 'vitest';
import { loadedFrom, serverAt } from '../../../../static/src/embed/element/server.ts';

test('the address is that of the script, or of the module in the stack of an error of any engine', () => {
  expect(loadedFrom('https://a.example/lab/embed.js?v=2', undefined)).toBe('https://a.example/lab');
  expect(loadedFrom(undefined, 'Error\n    at https://a.example:8443/lab/embed.js:1:204')).toBe('https://a.example:8443/lab');
  expect(loadedFrom(undefined, '@https://a.example/embed.js?x=1:1:204\n')).toBe('https://a.example');
  expect(loadedFrom(undefined, 'module code@http://127.0.0.1:8000/embed.js:1:204')).toBe('http://127.0.0.1:8000');
});

test('as a part of another file it has no address', () => {
  expect(loadedFrom('https://course.example/app.js', 'Error\n    at https://course.example/app.js:1:1')).toBeNull();
  expect(loadedFrom(undefined, undefined)).toBeNull();
});

test('a server is an address of the web, also one relative to the page', () => {
  expect(serverAt('https://a.example/lab/', 'https://b.example/')).toBe('https://a.example/lab');
  expect(serverAt('/proxy/8000', 'https://b.example/x/y')).toBe('https://b.example/proxy/8000');
  for (const wrong of ['javascript:alert(1)', 'data:text/html,x', 'http://[', 'file:///x']) expect(serverAt(wrong, 'https://b.example/'), wrong).toBeNull();
});
