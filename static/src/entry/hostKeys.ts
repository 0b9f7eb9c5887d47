import { isTyped } from '../controls/stepKeys.ts';
import type { Lab } from '../session/lab.svelte.ts';
import { browserHost, type FrameMessenger } from '../embed/messenger.ts';

/** Keys of a deck of slides and of a page that scrolls: they are the host's also where the focus is in the frame. */
const HOST_KEYS = ['Escape', 'PageUp', 'PageDown'] as const;

/** Send the host its keys. Escape gives it the focus too, unless there is something that it closes in the frame. */
export function sendHostKeys(lab: Lab, messenger: FrameMessenger): void {
  let closes = false;
  const before = (event: KeyboardEvent): void => {
    closes = event.key === 'Escape' && isOpen(lab, event.target);
  };
  const after = (event: KeyboardEvent): void => {
    const key = HOST_KEYS.find((one) => one === event.key);
    if (!key || closes || event.defaultPrevented || isTyped(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    messenger.send('key', { key });
    if (key === 'Escape') browserHost.focus();
  };
  addEventListener('keydown', before, true);
  addEventListener('keydown', after);
}

const MENUS = ['.display', '.sheet-menu'].map((menu) => `${menu}[aria-expanded="true"]`).join();

/** Whether Escape closes something: a sheet, an open number that has the focus, a menu, a dialog, the full screen. */
function isOpen(lab: Lab, target: EventTarget | null): boolean {
  const within = (selector: string): boolean => target instanceof Element && target.closest(selector) !== null;
  return lab.workspace.sheet !== null || within('.inspector.open, dialog')
    || document.fullscreenElement !== null || document.querySelector(MENUS) !== null;
}
