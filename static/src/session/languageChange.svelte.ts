import type { Settings } from './settings.svelte.ts';

/**
 * A change of language: all words of the page are loaded before any of them changes, so that it is never in two languages. Of
 * two changes the newer one wins.
 */
export class LanguageChange {
  /** The language whose words could not be loaded; null where none failed. */
  failed: string | null = $state(null);
  #newest = 0;

  constructor(private readonly settings: Settings, private readonly load: (lang: string) => Promise<string>) {}

  /** `content` loads what else has words, and returns what shows it. False where the page stays as it is. */
  async to(lang: string, content: (lang: string) => Promise<() => void>): Promise<boolean> {
    const asked = (this.#newest += 1);
    this.failed = null;
    try {
      const [messages, show] = await Promise.all([this.load(lang), content(lang)]);
      if (asked !== this.#newest) return false;
      this.settings.useLang(lang, messages);
      show();
      return true;
    } catch {
      if (asked === this.#newest) this.failed = lang;
      return false;
    }
  }

  dismiss(): void {
    this.failed = null;
  }
}
