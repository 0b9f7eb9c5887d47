/**
 * A frame starts as the server's still picture and this script. It loads the lab when it becomes visible, is focused or
 * clicked, when the page around it sends a message, or at once where its address has `start=auto`.
 */
import './styles.ts';
import type { AddressQuery, InitialData } from '../wire/types.ts';
import { parseEnvelope, type Envelope } from '../embed/envelope.ts';
import { browserHost, FrameMessenger, positionOf } from '../embed/messenger.ts';
import { initialOf } from './initialData.ts';
import { sayNotLoaded } from './notLoaded.ts';
import { firstMessages } from '../notation/catalogue/catalogue.ts';

type Theme = AddressQuery['theme'];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

const found = initialOf(document);
if (found) open(found.target, found.initial);

function open(target: HTMLElement, initial: InitialData): void {
  const { theme, start } = initial.query;
  wear(theme);
  const messenger = new FrameMessenger(initial.query, browserHost);
  const early: MessageEvent[] = [];
  let waking: Promise<void> | null = null;
  const wake = (): void => {
    waking ??= fetchLab();
  };
  const hear = (event: MessageEvent): void => {
    const message = browserHost.isParent(event.source) ? parseEnvelope(event.data) : null;
    if (!message) return;
    if (wakesFor(message, event.origin)) {
      early.push(event);
      wake();
    }
  };

  /** A theme is put on without the lab: a page with ten frames changes its own with all of them. */
  function wakesFor({ type, seq, data }: Envelope, origin: string): boolean {
    const { query } = initial;
    const theme = THEMES.find((one) => one === data.theme);
    if (waking || type !== 'setTheme' || !theme) return true;
    if (query.origin && origin !== query.origin) return false;
    wear(theme);
    [query.theme, initial.asked] = [theme, [...new Set([...initial.asked, 'theme'])]];
    messenger.send('reply', { to: seq, ok: true, position: positionOf(initial.session.position) });
    return false;
  }

  async function fetchLab(): Promise<void> {
    const parts = await Promise.all([
      import('./start.ts'), import('../embed/openFrame.ts'), import('./hostKeys.ts'), firstMessages(initial.lang, initial.further),
    ]).catch(sayNotLoaded);
    if (!parts) return;
    const [{ start }, { openFrame }, { sendHostKeys }, messages] = parts;
    const focused = target.contains(document.activeElement);
    await start(target, { ...initial, messages }, true, (lab) => {
      // Keep the keyboard focus, which was in the still picture.
      if (focused) target.querySelector<HTMLElement>('button:not(:disabled)')?.focus({ preventScroll: true });
      removeEventListener('message', hear);
      openFrame(lab, initial, messenger, early);
      sendHostKeys(lab, messenger);
    }).catch(sayNotLoaded);
    // Without them the page has fonts of the system.
    import('./fonts.ts').catch(() => undefined);
  }

  addEventListener('message', hear);
  addEventListener('resize', () => messenger.sendHeight());
  addEventListener('focusin', wake, { once: true });
  addEventListener('pointerdown', wake, { once: true });
  messenger.sendReady(initial);
  if (start === 'auto' || parent === window) wake();
  else whenSeen(wake);
}

function wear(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
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
