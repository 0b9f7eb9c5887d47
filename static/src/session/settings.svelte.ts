import type { FluentBundle } from '@fluent/bundle';
import { bundleFrom, say, type Args } from '../notation/i18n.ts';
import { DIGIT_CHOICES } from '../notation/numberFormat.ts';
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

/** What the settings begin with. */
export interface SettingsStart {
  lang: string;
  messages: string;
  /** The folders that are among `messages` already, beside those of every first step. */
  folders?: readonly Folder[] | undefined;
  /** Loads the messages of another folder; without it `messages` are all. */
  further?: (lang: string, folder: Folder) => Promise<string>;
  asked?: AddressSettings;
}

/** Sizes of everything on the page. */
export const SCALES = [1, 1.25, 1.5, 2];

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** What is loaded of the messages that a first step does not need. */
export type FurtherWords = 'explanations' | 'all';
const FOLDERS: Readonly<Record<FurtherWords, readonly Folder[]>> = { explanations: ['explanations'], all: ['explanations', 'graph', 'later'] };

const among = <T>(choices: readonly T[], value: unknown, otherwise: T): T =>
  choices.includes(value as T) ? (value as T) : otherwise;

const root = (): HTMLElement => document.documentElement;

/** Language, digits and theme of the page. */
export class Settings {
  digits: number;
  theme: Theme;
  /** Size of everything on the page: 1, or more for a projector. */
  scale = $state(1);
  lang: string;
  /** Whether words that the page wants did not arrive. */
  isMissingWords = $state(false);
  #bundle: FluentBundle;
  /** The loads of further messages that are in flight, by what they load. */
  #loading = new Map<FurtherWords, Promise<void>>();
  #folders: Set<Folder>;
  #messages: string;
  /** Undefined once all messages are in the bundle. */
  #further: SettingsStart['further'];
  /** Whether a message was blank. */
  #isBlank = false;

  constructor({ lang, messages, asked = {}, further, folders = [] }: SettingsStart) {
    this.lang = $state(lang);
    this.#messages = messages;
    this.#further = further;
    this.#folders = new Set(folders);
    this.#bundle = $state.raw(bundleFrom(lang, messages));
    this.digits = $state(keptDigits(asked.digits));
    this.theme = $state(among(THEMES, asked.theme ?? recall('theme'), 'auto'));
    this.#dress();
    if (asked.scale !== undefined) this.setScale(asked.scale);
    if (asked.motion === 'off') root().dataset.motion = 'off';
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
    return !this.#further || this.#bundle.hasMessage(key);
  }

  /** Load messages that were left for later; resolves in any case. A failure is tried again with the next message that is missing. */
  async load(words: FurtherWords): Promise<void> {
    if (!this.#further) return;
    const loading = this.#loading.get(words) ?? this.#load(words, this.#further);
    this.#loading.set(words, loading);
    await loading;
  }

  async #load(words: FurtherWords, further: NonNullable<SettingsStart['further']>): Promise<void> {
    const { lang } = this;
    try {
      const missing = FOLDERS[words].filter((folder) => !this.#folders.has(folder));
      const messages = await Promise.all(missing.map((folder) => further(lang, folder)));
      if (!this.#further) return;
      for (const folder of missing) this.#folders.add(folder);
      this.#messages = [this.#messages, ...messages].join('\n');
      if (words === 'all') {
        this.#further = undefined;
        this.isMissingWords = false;
      }
      if (missing.length > 0) this.#bundle = bundleFrom(lang, this.#messages);
    } catch {
      // The messages that are there stay; what nobody has read yet is tried again by itself.
      this.isMissingWords = this.#isBlank && this.#further !== undefined;
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
    if (scale === 1) root().style.removeProperty('--scale');
    else root().style.setProperty('--scale', String(scale));
  }

  /** The page in another language, all sentences at once. */
  useLang(lang: string, messages: string): void {
    this.#further = undefined;
    this.isMissingWords = false;
    this.#bundle = bundleFrom(lang, messages);
    this.lang = lang;
    // Written only where it changes: a write has the browser style every element again (`:lang()`).
    if (root().lang !== lang) root().lang = lang;
  }

  #dress(): void {
    const { dataset } = root();
    if (this.theme === 'auto') delete dataset.theme;
    else dataset.theme = this.theme;
  }
}
