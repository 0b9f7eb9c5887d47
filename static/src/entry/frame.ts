/**
 * A frame starts as the server's still picture and this script. It loads the lab when it becomes visible, is focused or
 * clicked, when the page around it sends a message, or at once where its address has `start=auto`.
 */
import './styles.ts';
import type { InitialData } from '../wire/types.ts';
import { parseEnvelope } from '../embed/envelope.ts';
import { browserHost, FrameMessenger } from '../embed/messenger.ts';
import { initialOf } from './initialData.ts';
import { catalogue } from '../notation/catalogue/catalogue.ts';

const found = initialOf(document);
if (found) open(found.target, found.initial);

function open(target: HTMLElement, initial: InitialData): void {
  const { theme, start } = initial.query;
  if (theme !== 'auto') document.documentElement.dataset.theme = theme;
  const messenger = new FrameMessenger(initial.query, browserHost);
  const early: MessageEvent[] = [];
  let waking: Promise<void> | null = null;
  const wake = (): void => {
    waking ??= fetchLab();
  };
  const hear = (event: MessageEvent): void => {
    if (!browserHost.isParent(event.source) || !parseEnvelope(event.data)) return;
    early.push(event);
    wake();
  };

  async function fetchLab(): Promise<void> {
    const [{ start }, { openFrame }, messages] = await Promise.all([
      import('./start.ts'), import('../embed/openFrame.ts'), catalogue(initial.lang),
    ]);
    const focused = target.contains(document.activeElement);
    const lab = start(target, { ...initial, messages }, true);
    // Keep the keyboard focus, which was in the still picture.
    if (focused) target.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true });
    removeEventListener('message', hear);
    openFrame(lab, initial, messenger, early);
    void import('../../css/fonts.css');
  }

  addEventListener('message', hear);
  addEventListener('resize', () => messenger.sendHeight());
  addEventListener('focusin', wake, { once: true });
  addEventListener('pointerdown', wake, { once: true });
  messenger.sendReady(initial);
  if (start === 'auto' || parent === window) wake();
  else whenSeen(wake);
}

/** A frame that is never scrolled to loads only the still picture. */
function whenSeen(then: () => void): void {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    then();
  });
  seen.observe(document.body);
}
