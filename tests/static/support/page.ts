/** What a lab finds around it on a page, without one. */
import { vi } from 'vitest';
import type { InitialData } from '../../../static/src/wire/types.ts';
import type { Clock } from '../../../static/src/session/clock.ts';
import { QUERY } from './addressQuery.ts';
import { MAZUR, sessionAt } from './iteration.ts';

export const INITIAL: InitialData = {
  session: { ...sessionAt(MAZUR, 0), id: null }, presets: [], lang: 'en', root: '', home: 'http://lab.test', messages: '',
  query: QUERY, asked: [], warnings: [], begin: { preset: 'mazur' },
};

/** Time passes at once: each sleep ends at the next tick. */
export function stillClock(): Clock & { slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    wake: () => {},
  };
}

/** Time passes when a test says so, on all clocks that were made. */
export function heldTime() {
  const pending = new Map<object, { milliseconds: number; end: () => void }>();
  const clock = (): Clock => {
    const own = {};
    const wake = (): void => {
      const sleeping = pending.get(own);
      pending.delete(own);
      sleeping?.end();
    };
    return { wake, sleep: (milliseconds) => new Promise((end) => void pending.set(own, { milliseconds, end })) };
  };
  return {
    clock,
    /** End every sleep that lasts; how long each was to be. */
    pass(): number[] {
      const ended = [...pending.values()];
      pending.clear();
      for (const { end } of ended) end();
      return ended.map(({ milliseconds }) => milliseconds);
    },
  };
}

/** The parts of a browser that the state of a lab touches; what it stores goes to `stored`. */
export function stubPage(stored: Map<string, string>): void {
  stored.clear();
  vi.stubGlobal('document', { documentElement: { dataset: {}, lang: '', style: { setProperty: () => undefined, removeProperty: () => undefined } } });
  vi.stubGlobal('location', { href: 'http://lab.test/?preset=mazur' });
  vi.stubGlobal('history', { state: null, replaceState: () => {} });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
}
