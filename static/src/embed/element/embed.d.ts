/** The custom element `<backstep-embed>`, which `embed.js` defines. */

/** Its attributes; docs/embedding.md describes them. Lists are separated by commas. */
export interface BackstepEmbedAttributes {
  /** The address of the Backstep server; by default the one that `embed.js` came from. */
  server?: string;
  preset?: string;
  state?: string;
  iteration?: number | string;
  step?: number | string;
  focus?: number | string;
  unit?: 'term' | 'neuron' | 'layer' | 'pass' | 'iteration' | 'epoch';
  view?: 'all' | 'network' | 'formula' | 'table';
  panels?: string;
  mode?: 'step' | 'train';
  controls?: 'full' | 'step' | 'none';
  hide?: string;
  lock?: string;
  /** By default the language of the page around it. */
  lang?: string;
  /** `auto`, the default, follows the page around it. */
  theme?: 'auto' | 'light' | 'dark';
  digits?: 2 | 3 | 4 | 6 | 9 | 17 | string;
  scale?: number | string;
  motion?: 'auto' | 'off';
  start?: 'click' | 'visible' | 'auto';
  autoplay?: 0 | 1 | '0' | '1';
  /** A program to step through, and the values of its leaves: `2*(x*y + max(z, w))`, `x:3,y:-4,z:2,w:-1`. */
  expr?: string;
  values?: string;
  lesson?: string;
  passage?: number | string;
  predict?: 0 | 1 | '0' | '1';
  /** Pixels, from 120 to 4000; by default as high as the frame needs. */
  height?: number | string;
  title?: string;
}

export interface BackstepPosition {
  epoch: number;
  iteration: number;
  step: number;
  steps: number;
  phase: string;
  focus: number;
}

/** The reply to a message. */
export interface BackstepReply {
  position?: BackstepPosition;
  [name: string]: unknown;
}

/** Every method rejects where the frame refuses, and 30 seconds after the call where it does not answer. */
export interface BackstepEmbedElement extends HTMLElement {
  next(unit?: string): Promise<BackstepReply>;
  back(unit?: string): Promise<BackstepReply>;
  seek(iteration: number, step?: number): Promise<BackstepReply>;
  play(speed?: number): Promise<BackstepReply>;
  pause(): Promise<BackstepReply>;
  reset(): Promise<BackstepReply>;
  /** The moment as text; null where it is too much for an address. */
  readonly state: Promise<string | null>;
  follow(state: string): Promise<BackstepReply>;
  /** Send any message that docs/embedding.md describes. */
  ask(type: string, data?: Record<string, unknown>): Promise<BackstepReply>;
}

/** The frame's messages as events, each with the message's data as its `detail`. */
export type BackstepEventName =
  | 'backstep-ready' | 'backstep-resize' | 'backstep-loaded' | 'backstep-step' | 'backstep-change' | 'backstep-complete'
  | 'backstep-answer' | 'backstep-warning' | 'backstep-error' | 'backstep-reply' | 'backstep-key';

declare global {
  interface HTMLElementTagNameMap {
    'backstep-embed': BackstepEmbedElement;
  }
  interface HTMLElementEventMap extends Record<BackstepEventName, CustomEvent<Record<string, unknown>>> {}
}
