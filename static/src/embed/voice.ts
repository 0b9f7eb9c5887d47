import type { InitialData, Position, AddressQuery } from '../wire/types.ts';
import { natural } from './height.ts';

/** What the frame stands in: told apart from `window` so that it can be tried without one. */
export interface HostWindow {
  /** To the page around the frame. */
  post(message: object, target: string): void;
  /** Who may speak to us, besides by `origin`. */
  isParent(source: unknown): boolean;
  width(): number;
  /** What WordPress puts behind the address, and wants to hear again; '' elsewhere. */
  secret(): string;
}

export const browserHost: HostWindow = {
  post: (message, target) => parent !== window && parent.postMessage(message, target),
  isParent: (source) => source === parent && parent !== window,
  width: () => document.documentElement.clientWidth,
  secret: () => /[?&#]secret=([\w-]{1,64})/.exec(location.hash)?.[1] ?? '',
};

/** Speaks to the page around the frame, from before there is a lab in it. */
export class FrameMessenger {
  #seq = 0;

  constructor(private readonly query: AddressQuery, private readonly host: HostWindow) {}

  send(type: string, data: Record<string, unknown>): void {
    this.#seq += 1;
    const { id, origin } = this.query;
    // A frame without an origin of its own, as in a sandbox, cannot know who is there: what it says is no secret.
    this.host.post({ source: 'backstep', v: 1, id, type, seq: this.#seq, data }, origin || '*');
  }

  sendReady({ session, lang, slips }: InitialData): void {
    this.send('ready', { preset: session.spec.preset ?? this.query.preset, lang, position: placeOf(session.position) });
    for (const slip of slips) this.send('warning', { ...slip });
    this.sendHeight();
  }

  sendHeight(): void {
    const height = natural(this.host.width(), this.query);
    this.send('resize', { height });
    const secret = this.host.secret();
    if (secret) this.host.post({ message: 'height', value: height, secret }, '*');
    else this.host.post({ subject: 'lti.frameResize', height }, '*');
  }
}

export const placeOf = ({ epoch, iteration, step, steps, phase, focus }: Position): Record<string, unknown> =>
  ({ epoch, iteration, step, steps, phase, focus });
