/** A page whose lab is not there yet: what its inline script listens to, and the hidden number of its picture. */
import { vi } from 'vitest';
import type { EarlyPage } from '../../../static/src/entry/earlySteps.ts';
import { collectSteps } from '../../../static/src/entry/earlySteps.ts';

type Pressed = Partial<KeyboardEvent> & { key: string };

export class HtmlElement {
  isContentEditable = false;
  constructor(readonly tagName: string, readonly classes: string) {}
  closest(selector: string): HtmlElement | null { return selector === '.early button' && this.tagName === 'BUTTON' ? this : null; }
  matches(selector: string): boolean { return this.classes.split(' ').includes(selector.slice(1)); }
}

export const NEXT = new HtmlElement('BUTTON', 'button next');
export const AGAIN = new HtmlElement('BUTTON', 'button');

/** `kept` is what the browser keeps; `framed` says whether the page stands in another one. */
export function earlyPage(said: EarlyPage, kept: Record<string, string> = {}, framed = false) {
  const heard = new Map<string, (event: unknown) => void>();
  const dataset: Record<string, string> = {};
  const mark = { textContent: '', dataset: { '2': '+0.0075', '3': '+0.00754', '6': '+0.00754321' } };
  const window: { endEarlySteps?: () => string[] } = {};
  const reload = vi.fn();
  vi.stubGlobal('HTMLElement', HtmlElement);
  vi.stubGlobal('window', window);
  vi.stubGlobal('parent', framed ? {} : window);
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept[key] ?? null });
  vi.stubGlobal('document', { documentElement: { dataset }, querySelector: (selector: string) => (selector === '.foreseen' ? mark : null) });
  vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => void, { signal }: { signal: AbortSignal }) => {
    heard.set(type, listener);
    signal.addEventListener('abort', () => heard.delete(type));
  });
  collectSteps(said);
  const press = ({ key, target = null, ...more }: Pressed): boolean => {
    let isTaken = false;
    heard.get('keydown')?.({ key, target, preventDefault: () => (isTaken = true), ...more });
    return isTaken;
  };
  return {
    mark, reload, press, dataset,
    click: (target: HtmlElement) => heard.get('click')?.({ target }),
    fail: (target: object) => heard.get('error')?.({ target }),
    end: () => window.endEarlySteps!(),
  };
}
