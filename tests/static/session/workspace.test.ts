import { describe, expect, test } from 'vitest';
import { LAYERED } from '../../../static/src/session/layeredModel.ts';
import type { SessionModel } from '../../../static/src/session/sessionModel.ts';
import { QUESTIONS, QUESTION_NAMES, viewQuestionOf, VIEW_NAMES } from '../../../static/src/session/views.ts';
import { Workspace } from '../../../static/src/session/workspace.svelte.ts';

describe('the dock', () => {
  test('two views stand in it at once', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.openView('loss');
    workspace.openView('slice');
    expect(workspace.tiles).toEqual(['loss', 'slice']);
    expect(workspace.view).toBe('slice');
  });

  test('a third takes the place of the one that was opened first, and no other moves', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    for (const view of ['loss', 'slice', 'graph'] as const) workspace.openView(view);
    expect(workspace.tiles).toEqual(['graph', 'slice']);
    workspace.openView('slice');
    workspace.openView('batch');
    expect(workspace.tiles).toEqual(['batch', 'slice']);
  });

  test('a view that is open stays where it is', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.openView('loss');
    workspace.openView('slice');
    workspace.openView('loss');
    expect(workspace.tiles).toEqual(['loss', 'slice']);
    expect(workspace.view).toBe('loss');
  });

  test('a tab changes its own tile', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.openView('loss');
    workspace.openView('slice');
    workspace.openView('boundary', 0);
    expect(workspace.tiles).toEqual(['boundary', 'slice']);
  });

  test('closing a tile leaves the other in place', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.openView('loss');
    workspace.openView('slice');
    workspace.closeTile(0);
    expect(workspace.tiles).toEqual([null, 'slice']);
    expect(workspace.view).toBe('slice');
    workspace.closeTile(1);
    expect(workspace.view).toBeNull();
    workspace.openView('graph');
    expect(workspace.tiles).toEqual(['graph', null]);
  });

  test('a question opens the view of it that was open last', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    expect(workspace.lastOf('gradient')).toBe('graph');
    workspace.openView('batch');
    workspace.openView('loss');
    expect(workspace.lastOf('gradient')).toBe('batch');
  });

  test('a lesson shows one view alone, or none', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.openView('loss');
    workspace.openView('slice');
    workspace.showOnly('graph');
    expect(workspace.openViews).toEqual(['graph']);
    workspace.showOnly(null);
    expect(workspace.openViews).toEqual([]);
    expect(workspace.narrowZone).toBe('inspect');
  });
});

describe('training', () => {
  test('shows the decision boundary and the loss', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.setMode('train');
    expect(workspace.tiles).toEqual(['boundary', 'loss']);
  });

  test('fills what is empty and leaves what was chosen', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.openView('slice');
    workspace.setMode('train');
    expect(workspace.tiles).toEqual(['slice', 'boundary']);
    workspace.closeTile(1);
    workspace.setMode('train');
    expect(workspace.tiles).toEqual(['slice', null]);
  });

  test('leaves its views open when it ends', () => {
    const workspace = new Workspace(() => LAYERED as SessionModel);
    workspace.setMode('train');
    workspace.setMode('step');
    expect(workspace.openViews).toEqual(['boundary', 'loss']);
  });
});

test('every view answers one question', () => {
  expect(new Set(VIEW_NAMES).size).toBe(VIEW_NAMES.length);
  for (const question of QUESTION_NAMES) for (const view of QUESTIONS[question]) expect(viewQuestionOf(view)).toBe(question);
});
