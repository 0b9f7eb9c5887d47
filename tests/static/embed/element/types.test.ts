import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OBSERVED } from '../../../../static/src/embed/element/attributes.ts';

test('the types name every attribute that takes effect, and no other', () => {
  const types = readFileSync('static/src/embed/element/embed.d.ts', 'utf8');
  const [, attributes = ''] = /interface BackstepEmbedAttributes \{([^}]*)\}/.exec(types) ?? [];
  const named = [...attributes.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...OBSERVED].sort());
});
