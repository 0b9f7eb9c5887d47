import type { InitialData, Position, AddressQuery } from '../wire/types.ts';
import { natural } from '../session/frameHeight.ts';

/** The window around the frame, as an interface that tests replace. */
export interface HostWindow {
  /** Send to the page around the frame. */
  post(message: object, target: string): void;
  /** Give the page around the frame the keyboard focus. */
  focus(): void;
  /** Whether a message comes from the page around the frame. */
  isParent(source: unknown): boolean;
  width(): number;
  /** The secret in the address of a WordPress embed, which its messages must repeat; '' elsewhere. */
  secret(): string;
}

export const browserHost: HostWindow = {
  post: (message, target) => parent !== window && parent.postMessage(message, target),
  focus: () => parent.focus(),
  isParent: (source) => source === parent && parent !== window,
  width: () => document.documentElement.clientWidth,
  secret: () => /[?&#]secret=([\w-]{1,64})/.exec(location.hash)?.[1] ?? '',
};

/** Sends the frame's messages, also before its lab is loaded. */
export class FrameMessenger {
  #seq = 0;

  constructor(private readonly query: AddressQuery, private readonly host: HostWindow) {}

  send(type: string, data: Record<string, unknown>): void {
    this.#seq += 1;
    const { id, origin } = this.query;
    // In a sandbox without an origin the recipient cannot be restricted: messages hold nothing confidential.
    this.host.post({ source: 'backstep', v: 1, id, type, seq: this.#seq, data }, origin || '*');
  }

  sendReady({ session, lang, warnings }: InitialData): void {
    this.send('ready', { preset: session.spec.preset ?? this.query.preset, lang, position: positionOf(session.position) });
    for (const warning of warnings) this.send('warning', { ...warning });
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

export const positionOf = ({ epoch, iteration, step, steps, phase, focus }: Position): Record<string, unknown> =>
  ({ epoch, iteration, step, steps, phase, focus });
