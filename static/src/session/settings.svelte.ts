import type { FluentBundle } from '@fluent/bundle';
import { bundleFrom, say, type Args } from '../notation/i18n.ts';
import { DEFAULT_DIGITS, DIGIT_CHOICES } from '../notation/numberFormat.ts';
import type { Folder } from '../wire/types.ts';
import { keptDigits } from './keptDigits.ts';
import { recall, remember } from './storage.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** Settings of the address, which take precedence over remembered ones. */
export interface AddressSettings {
  digits?: number | undefined;
  theme?: Theme | undefined;
  motion?: 'auto' | 'off' | undefined;
  scale?: number | undefined;
}

/** Sizes of everything on the page. */
export const SCALES = [1, 1.25, 1.5, 2];

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** What is loaded of the messages that a first step does not need. */
export type FurtherWords = 'explanations' | 'all';
const FOLDERS: Readonly<Record<FurtherWords, readonly Folder[]>> = { explanations: ['explanations'], all: ['explanations', 'graph', 'later'] };

const among = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.includes(value as T) ? (value as T) : otherwise;

/** Language, digits and theme of the page. */
export class Settings {
  digits = $state(DEFAULT_DIGITS);
  theme: Theme = $state('auto');
  /** Size of everything on the page: 1, or more for a projector. */
  scale = $state(1);
  lang = $state('en');
  /** Whether words that the page wants did not arrive. */
  isMissingWords = $state(false);
  #bundle: FluentBundle = $state.raw(bundleFrom('en', ''));
  /** The loads of further messages that are in flight, by what they load. */
  #loading = new Map<FurtherWords, Promise<void>>();
  /** Whether there are no messages but those in the bundle. */
  #isWhole: boolean;
  #folders: Set<Folder>;
  /** Whether a message was blank. */
  #isBlank = false;

  /** `further` loads the messages that a first step does not need; null where `messages` are all. `folders` are among `messages` already. */
  constructor(lang: string, private messages: string, asked: AddressSettings, private readonly further: ((lang: string, folder: Folder) => Promise<string>) | null = null, folders: readonly Folder[] = []) {
    this.lang = lang;
    this.#isWhole = further === null;
    this.#folders = new Set(folders);
    this.#bundle = bundleFrom(lang, messages);
    this.digits = keptDigits(asked.digits);
    this.theme = among(THEMES, asked.theme ?? recall('theme'), 'auto');
    this.#dress();
    if (asked.scale !== undefined) this.setScale(asked.scale);
    if (asked.motion === 'off') document.documentElement.dataset.motion = 'off';
  }

  text(key: string, args?: Args): string {
    if (this.has(key)) return say(this.#bundle, key, args);
    // What is still to come is left blank, not shown by its key; it is put in once it is there.
    this.#isBlank = true;
    if (this.#loading.size === 0) void this.load('all');
    return '';
  }

  /** Whether a message is there. */
  has(key: string): boolean {
    return this.#isWhole || this.#bundle.hasMessage(key);
  }

  /** Load messages that were left for later; resolves in any case. A failure is tried again with the next message that is missing. */
  async load(words: FurtherWords): Promise<void> {
    if (this.#isWhole || this.further === null) return;
    const loading = this.#loading.get(words) ?? this.#load(words, this.further);
    this.#loading.set(words, loading);
    await loading;
  }

  async #load(words: FurtherWords, further: (lang: string, folder: Folder) => Promise<string>): Promise<void> {
    const { lang } = this;
    try {
      const missing = FOLDERS[words].filter((folder) => !this.#folders.has(folder));
      const messages = await Promise.all(missing.map((folder) => further(lang, folder)));
      if (this.#isWhole) return;
      for (const folder of missing) this.#folders.add(folder);
      this.messages = [this.messages, ...messages].join('\n');
      this.#isWhole = words === 'all';
      if (this.#isWhole) this.isMissingWords = false;
      if (missing.length > 0) this.#bundle = bundleFrom(lang, this.messages);
    } catch {
      // The messages that are there stay; what nobody has read yet is tried again by itself.
      this.isMissingWords = this.#isBlank && !this.#isWhole;
    } finally {
      this.#loading.delete(words);
    }
  }

  setDigits(digits: number): void {
    this.digits = among(DIGIT_CHOICES, digits, this.digits);
    remember('digits', String(this.digits));
  }

  setTheme(theme: Theme): void {
    this.theme = among(THEMES, theme, 'auto');
    remember('theme', this.theme);
    this.#dress();
  }

  setScale(scale: number): void {
    this.scale = scale;
    if (scale === 1) document.documentElement.style.removeProperty('--scale');
    else document.documentElement.style.setProperty('--scale', String(scale));
  }

  /** The page in another language, all sentences at once. */
  useLang(lang: string, messages: string): void {
    this.#isWhole = true;
    this.isMissingWords = false;
    this.#bundle = bundleFrom(lang, messages);
    this.lang = lang;
    // Written only where it changes: a write has the browser style every element again (`:lang()`).
    if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
  }

  #dress(): void {
    const root = document.documentElement;
    if (this.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = this.theme;
  }
}
