import { describe, expect, test, vi } from 'vitest';
import { SessionView } from '../../../static/src/session/sessionView.svelte.ts';
import type { ForeseenMoment, Session } from '../../../static/src/wire/types.ts';
import { answerTo, MAZUR, sessionAt } from '../support/iteration.ts';

const NEXT = { way: 'on', unit: 'neuron' } as const;

/** A moment four operations on, as the server has it. */
function foreseenMoment(from: number): ForeseenMoment {
  const { id: _, revision: __, operations: ___, ahead: ____, ...moment } = answerTo(MAZUR, from, 4);
  return moment;
}

function viewAt(step: number): SessionView {
  const view = new SessionView(sessionAt(MAZUR, step));
  view.foresight.learn(view.shown, NEXT, foreseenMoment(step));
  return view;
}

const shows = (view: SessionView): number => view.shown.position.step;

describe('what is shown before it is answered', () => {
  test('is a step that is foreseen, until the server says otherwise', () => {
    const view = viewAt(4);
    view.expect(NEXT);
    expect([shows(view), view.numbers.valueOf('a1[1]')]).toEqual([8, sessionAt(MAZUR, 8).values.a[0]![1]]);
    view.fallBack();
    expect([shows(view), view.numbers.valueOf('a1[1]')]).toEqual([4, null]);
  });

  test('is no step behind a change whose outcome is not known', () => {
    const view = viewAt(4);
    view.expect(null);
    view.expect(NEXT);
    expect(shows(view)).toBe(4);
  });

  test('stays as it is where an answer agrees', () => {
    const view = viewAt(4);
    view.expect(NEXT);
    view.expect({ way: 'on', unit: 'term' });
    const { position, values, operation } = view.shown;
    view.confirm(answerTo(MAZUR, 4, 4), 1);
    expect([view.shown.position, view.shown.values, view.shown.operation]).toEqual([position, values, operation]);
    expect([position.step, view.confirmed.position.step]).toEqual([9, 8]);
  });

  test('is not drawn a second time by an answer that agrees', () => {
    const view = viewAt(4);
    view.expect(NEXT);
    const load = vi.spyOn(view.numbers, 'load');
    const { spec } = view;
    view.confirm(answerTo(MAZUR, 4, 4), 1);
    expect(load).not.toHaveBeenCalled();
    expect(view.spec).toBe(spec);
  });

  test('gives way to an answer that does not agree', () => {
    const view = viewAt(4);
    view.expect(NEXT);
    view.confirm(answerTo(MAZUR, 4, 1), 1);
    expect([shows(view), view.numbers.valueOf('a1[1]')]).toEqual([5, null]);
  });
});

test('a step back where numbers are to be predicted does not keep the one that it undoes', () => {
  const hidden = (step: number): Session => {
    const session = sessionAt(MAZUR, step);
    return { ...session, ahead: [], spec: { ...session.spec, reveal_upcoming: false } };
  };
  const view = new SessionView(hidden(4));
  view.expect(null);
  view.confirm({ ...answerTo(MAZUR, 4), ahead: [] }, 1);
  const { operation } = view.shown;
  view.expect({ way: 'back', unit: 'term' });
  expect([shows(view), view.shown.ahead, view.numbers.valueOf(operation!.ref)]).toEqual([4, [], null]);
  view.expect({ way: 'on', unit: 'term' });
  expect(shows(view)).toBe(4);
});

describe('what is foreseen is void', () => {
  test('once the session is loaded, whose numbers another page may have changed', () => {
    const view = viewAt(4);
    view.replace(sessionAt(MAZUR, 4));
    view.expect(NEXT);
    expect(shows(view)).toBe(4);
  });

  test('once a step back has undone an edit', () => {
    const edited: Session = { ...sessionAt(MAZUR, 4), edits: 1 };
    const view = new SessionView(edited);
    view.foresight.learn(view.shown, NEXT, foreseenMoment(4));
    const undone = sessionAt(MAZUR, 4);
    view.expect(null);
    view.confirm({ ...answerTo(MAZUR, 3), snapshot: undone, changed: {} }, 1);
    view.expect(NEXT);
    expect(shows(view)).toBe(4);
  });
});

test('the spec is that of the session shown', () => {
  const view = viewAt(4);
  const other = sessionAt(MAZUR, 2);
  const spec = { ...other.spec, preset: null };
  view.replace({ ...other, spec });
  expect(view.spec).toBe(spec);
});
