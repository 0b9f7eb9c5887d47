import { beforeEach, describe, expect, test } from 'vitest';
import { ProgramDraft } from '../../../../static/src/sheets/program/programDraft.svelte.ts';
import type { ProgramReading } from '../../../../static/src/wire/program.ts';

/** What the server says of a program: its leaves, each with the refs of its numbers, and those that are trained. */
const reading = (program: string, leaves: Record<string, string[]>, trained: string[]): ProgramReading => ({
  program, trained, needs: {}, notes: [],
  variables: Object.entries(leaves).map(([ref, nodes]) => ({ ref, name: ref, shape: nodes.length > 1 ? [nodes.length] : [], nodes, line: 1, is_leaf: true })),
}) as unknown as ProgramReading;

const PROGRAM = 'x = [1, 2]\nk = 3\nL = sum(k*x)';
const LEAVES = { x: ['x[0]', 'x[1]'], k: ['k'] };
let draft: ProgramDraft;

beforeEach(() => {
  draft = new ProgramDraft({ program: PROGRAM, target: 'L', train: ['x[1]', 'k'] });
  draft.read(reading(PROGRAM, LEAVES, ['x[1]', 'k']));
});

describe('the trained leaves of a program', () => {
  test('are marked by number: an array of which some are trained is neither', () => {
    expect(draft.choices.map(({ ref, share }) => [ref, share])).toEqual([['x', 'some'], ['k', 'all']]);
  });

  test('stay as they are where another one is chosen', () => {
    draft.train('k', false);
    expect(draft.checked.train).toEqual(['x[1]']);
    draft.train('x', true);
    expect(draft.checked.train).toEqual(['x', 'k']);
  });

  test('are never none', () => {
    const one = new ProgramDraft({ program: PROGRAM });
    one.read(reading(PROGRAM, LEAVES, ['k']));
    expect(one.train('k', false)).toBe(false);
    expect(one.checked).not.toHaveProperty('train');
  });

  test('are chosen anew by the server where the text changes and nothing was left out', () => {
    const all = new ProgramDraft({ program: PROGRAM, train: ['x', 'k'] });
    all.read(reading(PROGRAM, LEAVES, ['x[0]', 'x[1]', 'k']));
    expect(all.checked.train).toEqual(['x', 'k']);
    all.text = 'x*y';
    expect(all.checked).not.toHaveProperty('train');
  });

  test('stay chosen in another text that has them', () => {
    draft.text = 'x = [1, 2]\nL = sum(x)';
    expect(draft.checked.train).toEqual(['x[1]']);
    draft.text = 'a*b';
    expect(draft.checked).toEqual({ program: 'a*b', values: {} });
  });

  test('of an older spec are those of its names until the text changes', () => {
    const older = new ProgramDraft({ program: 'a*b', train: null });
    expect(older.checked.train).toBeNull();
    older.text = 'a*b + c';
    expect(older.checked).not.toHaveProperty('train');
  });
});

test('a target stays while the text is as it was, or has its name', () => {
  const inner = new ProgramDraft({ program: 'y = 2*(a + b)', target: 'L:1.1' });
  expect(inner.checked.target).toBe('L:1.1');
  inner.text = 'y = 3*(a + b)';
  expect(inner.checked).not.toHaveProperty('target');
  draft.text = 'L = 2*k';
  expect(draft.checked.target).toBe('L');
});
