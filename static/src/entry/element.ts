/**
 * `<backstep-embed preset="mazur" step="21">`: a frame with Backstep in it. It adjusts its height, follows the theme and the
 * language of the page, dispatches the frame's messages as events and sends messages by its methods. `embed.d.ts` has its types.
 */
import type { BackstepEmbedElement } from '../embed/element/embed.d.ts';
import { OBSERVED, addressValuesOf } from '../embed/element/attributes.ts';
import { Calls, type Data } from '../embed/element/calls.ts';
import { languageOf } from '../embed/element/pageLanguage.ts';
import { themeBehind } from '../embed/element/pageTheme.ts';
import { Place } from '../embed/element/place.ts';
import { pressKey } from '../embed/element/pressKey.ts';
import { reflect, takeOver } from '../embed/element/properties.ts';
import { loadedFrom, serverAt } from '../embed/element/server.ts';
import { watchPage } from '../embed/element/watchPage.ts';
import { parseEnvelope } from '../embed/envelope.ts';

const LOW = 120;
const HIGH = 4000;
const FIRST_HEIGHT = 420;
const STYLE = ':host { display: block; } :host([hidden]) { display: none; } iframe { display: block; width: 100%; border: 0; }';
/** Attributes whose change is a message rather than another address: the session goes on. */
const SET = ['digits', 'unit'];
const PLACE = ['iteration', 'step'];

// On a server that renders the page there is no document.
const inBrowser = typeof document !== 'undefined';
const ownServer = inBrowser ? loadedFrom((document.currentScript as HTMLScriptElement | null)?.src, new Error().stack) : null;
const Base = inBrowser ? HTMLElement : (class {} as typeof HTMLElement);
let made = 0;

const clamped = (height: number, otherwise: number): number => Math.min(HIGH, Math.max(LOW, Math.round(height) || otherwise));

export class BackstepEmbed extends Base implements BackstepEmbedElement {
  static observedAttributes = OBSERVED;
  static { reflect(this.prototype, OBSERVED); }

  #frame: HTMLIFrameElement | null = null;
  #isOpen = false;
  #name = '';
  #place = new Place();
  #calls = new Calls((type, seq, data) => this.#post(type, seq, data));
  #changed = new Set<string>();
  #theme = '';
  #lang = '';
  #stopWatching = (): void => {};

  constructor() {
    super();
    // In the shadow tree a framework that compares the page with its own rendering finds nothing of ours.
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [style];
  }

  connectedCallback(): void {
    takeOver(this, OBSERVED);
    this.#name ||= this.id || `backstep-${(made += 1)}`;
    addEventListener('message', this.#hear);
    this.#stopWatching = watchPage(this, () => this.#follow());
    this.#isOpen = true;
    this.#open();
  }

  disconnectedCallback(): void {
    this.#isOpen = false;
    removeEventListener('message', this.#hear);
    this.#stopWatching();
    this.#frame?.remove();
    this.#frame = null;
    this.#calls.reloads();
  }

  /** `moveBefore` moves the element with its frame, which goes on as it is. */
  connectedMoveCallback(): void {
    this.#follow();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.#isOpen || before === now) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#applyChanges());
    this.#changed.add(name);
  }

  next(unit?: string): Promise<Data> { return this.ask('next', unit === undefined ? {} : { unit }); }
  back(unit?: string): Promise<Data> { return this.ask('back', unit === undefined ? {} : { unit }); }
  seek(iteration: number, step = 0): Promise<Data> { return this.ask('seek', { iteration, step }); }
  play(speed?: number): Promise<Data> { return this.ask('play', speed === undefined ? {} : { speed }); }
  pause(): Promise<Data> { return this.ask('pause'); }
  reset(): Promise<Data> { return this.ask('reset'); }

  /** The moment as text, for `follow` and for `state=` in an address; null where it is too much for an address. */
  get state(): Promise<string | null> { return this.ask('getState').then(({ state }) => state as string | null); }
  follow(state: string): Promise<Data> { return this.ask('setState', { state }); }

  /** Send any message of the contract. Resolves with the reply; rejects where the frame refuses or does not answer in time. */
  ask(type: string, data: Data = {}): Promise<Data> {
    // What was changed before is meant to hold for it.
    this.#applyChanges();
    return this.#calls.ask(type, data);
  }

  #open(): void {
    const address = this.#address();
    this.#frame?.remove();
    this.#frame = null;
    this.#calls.reloads();
    if (address === null) return this.#refuseServer();
    const frame = document.createElement('iframe');
    frame.allow = 'clipboard-write; fullscreen';
    frame.title = this.title || 'Backstep';
    frame.style.height = `${this.#height()}px`;
    frame.src = address;
    this.shadowRoot?.replaceChildren(frame);
    this.#frame = frame;
  }

  #refuseServer(): void {
    const detail = `server: "${this.getAttribute('server') ?? ''}" – https://…`;
    this.shadowRoot?.replaceChildren(`<backstep-embed> ${detail}`);
    this.dispatchEvent(new CustomEvent('backstep-error', { detail: { type: 'server', detail }, bubbles: true }));
  }

  #applyChanges(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    if (!this.#isOpen || changed.length === 0) return;
    if (!this.#frame) return this.#open();
    const among = (names: readonly string[]): boolean => changed.some((name) => names.includes(name) && this.hasAttribute(name));
    const rest = changed.filter((name) => !['height', 'title', 'theme', 'lang'].includes(name) && !([...SET, ...PLACE].includes(name) && this.hasAttribute(name)));
    this.#frame.title = this.title || 'Backstep';
    if (changed.includes('height')) this.#frame.style.height = `${this.#height()}px`;
    if (rest.length > 0) {
      this.#place.forget();
      return this.#open();
    }
    this.#follow();
    const { digits, unit, iteration = '0', step = '0' } = addressValuesOf(this);
    if (among(SET)) this.#send('set', { ...(digits && { digits: Number(digits) }), ...(unit && { unit }) });
    if (among(PLACE)) this.#send('seek', { iteration: Number(iteration), step: Number(step) });
  }

  /** Theme and language, where they are others than the frame's. */
  #follow(): void {
    if (!this.#frame) return;
    const [theme, lang] = [this.#wantedTheme(), languageOf(this)];
    if (theme !== this.#theme) this.#send('setTheme', { theme: (this.#theme = theme) });
    if (lang !== this.#lang && lang) this.#send('setLanguage', { lang: (this.#lang = lang) });
  }

  /** The frame itself warns of what it refuses. */
  #send(type: string, data: Data): void {
    this.ask(type, data).catch(() => undefined);
  }

  #wantedTheme(): string {
    const said = this.getAttribute('theme');
    return said === 'light' || said === 'dark' ? said : themeBehind(this);
  }

  #post(type: string, seq: number, data: Data): void {
    this.#frame?.contentWindow?.postMessage({ source: 'backstep', v: 1, id: this.#name, type, seq, data }, '*');
  }

  #hear = (event: MessageEvent): void => {
    const message = this.#frame && event.source === this.#frame.contentWindow ? parseEnvelope(event.data) : null;
    if (!message || !this.#frame) return;
    const { type, data } = message;
    if (type === 'ready') this.#isReady();
    this.#place.note(data.position);
    if (type === 'reply') this.#calls.settle(Number(data.to), data);
    if (type === 'resize' && !this.hasAttribute('height')) this.#frame.style.height = `${clamped(Number(data.height), LOW)}px`;
    if (type === 'key') pressKey(this, data.key);
    if (type === 'change' || (type === 'loaded' && this.#place.isEdited)) this.state.then((state) => this.#place.keep(state), () => undefined);
    this.dispatchEvent(new CustomEvent(`backstep-${type}`, { detail: data, bubbles: true }));
  };

  #isReady(): void {
    const { moment, isEdited } = this.#place;
    this.#calls.ready();
    if (moment && (isEdited || this.hasAttribute('state'))) this.#send('seek', moment);
  }

  #height(): number {
    return clamped(Number(this.getAttribute('height')), FIRST_HEIGHT);
  }

  /** Null where no server is known. */
  #address(): string | null {
    const named = this.getAttribute('server');
    const server = named === null ? ownServer : serverAt(named, document.baseURI);
    if (server === null) return null;
    this.#theme = this.#wantedTheme();
    this.#lang = languageOf(this);
    const { lang: _, ...values } = addressValuesOf(this);
    const place = values.lesson ? {} : this.#place.values;
    // `self.origin` is "null" in a sandboxed page and in one opened from a file: nothing can be addressed to that.
    const origin = self.origin === 'null' ? {} : { origin: self.origin };
    const query = { ...values, ...place, ...(this.#lang && { lang: this.#lang }), theme: this.#theme, id: this.#name, ...origin };
    return `${server}/embed?${new URLSearchParams(query)}`;
  }
}

if (inBrowser && !customElements.get('backstep-embed')) customElements.define('backstep-embed', BackstepEmbed);
