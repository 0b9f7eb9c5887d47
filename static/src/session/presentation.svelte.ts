import { updateAddress } from './address.ts';
import type { Settings } from './settings.svelte.ts';

/** The scale of a presentation: at 1920 × 1080 the page is laid out as at 1280 × 720. */
export const PRESENTATION_SCALE = 1.5;

/** Presentation mode: everything is larger, and the page fills the screen where the browser allows it. */
export class Presentation {
  constructor(private readonly settings: Settings, private readonly embedded: boolean) {}

  get on(): boolean { return this.settings.scale > 1; }

  toggle(): void {
    if (this.on) this.leave();
    else this.enter();
  }

  enter(): void {
    this.#setScale(PRESENTATION_SCALE);
    // Refused in a frame without that permission, and where no key or button was pressed.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  leave(): void {
    if (!this.on) return;
    this.#setScale(1);
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  #setScale(scale: number): void {
    this.settings.setScale(scale);
    if (!this.embedded) updateAddress({ scale: scale === 1 ? null : String(scale) });
  }
}
