import type { InitialData, Position, AddressQuery } from '../wire/types.ts';
import { natural } from './height.ts';

/** What the frame stands in: told apart from `window` so that it can be tried without one. */
export interface Outside {
  /** To the page around the frame. */
  post(message: object, target: string): void;
  /** Who may speak to us, besides by `origin`. */
  isParent(source: unknown): boolean;
  width(): number;
  /** What WordPress puts behind the address, and wants to hear again; '' elsewhere. */
  secret(): string;
}

export const browserOutside: Outside = {
  post: (message, target) => parent !== window && parent.postMessage(message, target),
  isParent: (source) => source === parent && parent !== window,
  width: () => document.documentElement.clientWidth,
  secret: () => /[?&#]secret=([\w-]{1,64})/.exec(location.hash)?.[1] ?? '',
};

/** Speaks to the page around the frame, from before there is a lab in it. */
export class Voice {
  #seq = 0;

  constructor(private readonly query: AddressQuery, private readonly outside: Outside) {}

  tell(type: string, data: Record<string, unknown>): void {
    this.#seq += 1;
    const { id, origin } = this.query;
    // A frame without an origin of its own, as in a sandbox, cannot know who is there: what it says is no secret.
    this.outside.post({ source: 'backstep', v: 1, id, type, seq: this.#seq, data }, origin || '*');
  }

  greet({ session, lang, slips }: InitialData): void {
    this.tell('ready', { preset: session.spec.preset ?? this.query.preset, lang, position: placeOf(session.position) });
    for (const slip of slips) this.tell('warning', { ...slip });
    this.resized();
  }

  resized(): void {
    const height = natural(this.outside.width(), this.query);
    this.tell('resize', { height });
    const secret = this.outside.secret();
    if (secret) this.outside.post({ message: 'height', value: height, secret }, '*');
    else this.outside.post({ subject: 'lti.frameResize', height }, '*');
  }
}

export const placeOf = ({ epoch, iteration, step, steps, phase, focus }: Position): Record<string, unknown> =>
  ({ epoch, iteration, step, steps, phase, focus });
