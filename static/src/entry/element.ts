/**
 * `<backstep-embed preset="mazur" lang="zh-CN" step="21">`: a frame with Backstep in it, which adjusts its height, dispatches
 * the frame's messages as events and sends messages by its methods. Attributes are the names of `/embed/schema.json`.
 */
import { parseEnvelope, type Envelope } from '../embed/envelope.ts';

const LOW = 120;
const HIGH = 4000;
const OURS = new Set(['id', 'class', 'style', 'title', 'width', 'height', 'hidden', 'slot', 'is']);
const PATIENCE_MS = 10_000;

const script = document.currentScript as HTMLScriptElement | null;
/** The application's address: that of this file without its name. */
const home = (script?.src ?? location.href).replace(/\/embed\.js(\?.*)?$/, '');
let made = 0;

interface Waiting {
  resolve(data: Record<string, unknown>): void;
  reject(reason: Error): void;
}

class BackstepEmbed extends HTMLElement {
  #frame: HTMLIFrameElement | null = null;
  #name = '';
  #seq = 0;
  #waiting = new Map<number, Waiting>();
  #ready: Promise<void> = Promise.resolve();
  #isReady = (): void => {};

  connectedCallback(): void {
    if (this.#frame) return;
    this.#name = this.id || `backstep-${(made += 1)}`;
    this.#ready = new Promise((resolve) => (this.#isReady = resolve));
    this.style.display ||= 'block';
    const frame = document.createElement('iframe');
    frame.title = this.title || 'Backstep';
    frame.loading = 'lazy';
    frame.allow = 'clipboard-write; fullscreen';
    frame.style.cssText = `border:0;display:block;width:100%;height:${this.#height()}px`;
    frame.src = this.#address();
    this.#frame = frame;
    this.append(frame);
    addEventListener('message', this.#hear);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear);
    this.#frame?.remove();
    this.#frame = null;
  }

  next(unit?: string): Promise<unknown> { return this.ask('next', unit === undefined ? {} : { unit }); }
  back(unit?: string): Promise<unknown> { return this.ask('back', unit === undefined ? {} : { unit }); }
  seek(iteration: number, step = 0): Promise<unknown> { return this.ask('seek', { iteration, step }); }
  play(): Promise<unknown> { return this.ask('play'); }
  pause(): Promise<unknown> { return this.ask('pause'); }
  reset(): Promise<unknown> { return this.ask('reset'); }

  /** The moment as text, for `follow` and for `state=` in an address. */
  get state(): Promise<unknown> { return this.ask('getState').then(({ state }) => state); }
  follow(state: string): Promise<unknown> { return this.ask('setState', { state }); }

  /** Send any message of the contract. Resolves with the reply; rejects where the frame refuses or does not answer in time. */
  async ask(type: string, data: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
    await this.#ready;
    const seq = (this.#seq += 1);
    const message: Envelope = { source: 'backstep', v: 1, id: this.#name, type, seq, data };
    return new Promise((resolve, reject) => {
      this.#waiting.set(seq, { resolve, reject });
      setTimeout(() => this.#settle(seq, { ok: false, field: 'time', allowed: `${PATIENCE_MS} ms` }), PATIENCE_MS);
      this.#frame?.contentWindow?.postMessage(message, '*');
    });
  }

  #settle(seq: number, data: Record<string, unknown>): void {
    const waiting = this.#waiting.get(seq);
    this.#waiting.delete(seq);
    if (data.ok) waiting?.resolve(data);
    else waiting?.reject(new Error(`${String(data.field)}: ${String(data.allowed)}`));
  }

  #hear = (event: MessageEvent): void => {
    const message = event.source === this.#frame?.contentWindow ? parseEnvelope(event.data) : null;
    if (!message || !this.#frame) return;
    const { type, data } = message;
    if (type === 'ready') this.#isReady();
    if (type === 'reply') this.#settle(Number(data.to), data);
    if (type === 'resize' && !this.hasAttribute('height')) {
      this.#frame.style.height = `${Math.min(HIGH, Math.max(LOW, Math.round(Number(data.height)) || LOW))}px`;
    }
    this.dispatchEvent(new CustomEvent(`backstep-${type}`, { detail: data, bubbles: true }));
  };

  #height(): number {
    return Math.min(HIGH, Math.max(LOW, Number(this.getAttribute('height')) || 420));
  }

  #address(): string {
    const query = new URLSearchParams();
    for (const { name, value } of this.attributes) if (!OURS.has(name) && !name.startsWith('data-')) query.set(name, value);
    query.set('id', this.#name);
    if (/^https?:/.test(location.protocol)) query.set('origin', location.origin);
    return `${home}/embed?${query}`;
  }
}

customElements.get('backstep-embed') || customElements.define('backstep-embed', BackstepEmbed);
