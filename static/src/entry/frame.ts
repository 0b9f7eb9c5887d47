/**
 * A frame begins as the server's still picture and these few lines. The lab is fetched when somebody could use it: when the
 * frame comes into view or is touched, when the page around it asks for something, or at once if its address says so.
 */
import './styles.ts';
import type { InitialData } from '../wire/types.ts';
import { parseEnvelope } from '../embed/envelope.ts';
import { browserHost, FrameMessenger } from '../embed/voice.ts';
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
      import('./start.ts'), import('../embed/open.ts'), catalogue(initial.lang),
    ]);
    const focused = target.contains(document.activeElement);
    const lab = start(target, { ...initial, messages }, true);
    // Whoever had come to the still picture by keyboard goes on at the first control.
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

/** Below the fold this never happens, and nothing but the still picture is fetched. */
function whenSeen(then: () => void): void {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    then();
  });
  seen.observe(document.body);
}
