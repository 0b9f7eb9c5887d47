import type { Api } from '../wire/client.ts';
import { specOf, type SessionFile } from '../wire/files.ts';
import type { Begin, Session } from '../wire/types.ts';
import { NO_MOMENT, updateAddress } from './address.ts';
import type { Attention } from './attention.svelte.ts';
import type { Connection } from './connection.svelte.ts';
import type { LearnerSignals } from './learnerSignals.svelte.ts';
import type { Player } from './player.svelte.ts';
import type { SessionStart } from './sessionStart.ts';
import type { TrainingRun } from './trainingRun.svelte.ts';

/** What goes on in a session, and ends with it. */
export interface OngoingSession {
  readonly embedded: boolean;
  preset: string;
  readonly attention: Attention;
  readonly connection: Connection;
  readonly player: Player;
  readonly predictMode: { readonly on: boolean };
  readonly run: TrainingRun;
  readonly signals: LearnerSignals;
}

/** Another session in place of the one that is shown. */
export class SessionReplacement {
  /** To the session that is left, while it is not known whether the preset that was chosen is refused. */
  #goBack: (() => void) | null = null;

  constructor(private readonly api: Api, private readonly start: SessionStart, private readonly page: OngoingSession) {}

  /** A session of these settings. Where it is refused the present one stays, and the problem is shown. */
  openSettings(settings: Begin): Promise<boolean> {
    const begin = this.start.elsewhere(settings);
    return this.#replace(begin, () => this.api.createSession(begin));
  }

  /** The moment of a link. */
  openMoment(state: string): Promise<boolean> {
    return this.openSettings({ state });
  }

  /** A session read from a file; refused like settings. */
  openFile(file: SessionFile): Promise<boolean> {
    const spec = specOf(file, this.page.predictMode.on);
    const { preset = null, training, lock = [], reveal_upcoming } = spec;
    const model = 'graph' in spec ? { graph: spec.graph } : { network: spec.network, data: spec.data };
    const begin = { preset, ...model, training, lock, reveal_upcoming };
    return this.#replace(begin as Begin, () => this.api.importSession({ ...file, spec }));
  }

  /** The preset: the session of it that this browser keeps, or a new one. Where it is refused the present session stays, and the problem is shown. */
  async choosePreset(name: string): Promise<void> {
    const { page, start } = this;
    const { preset } = page;
    const { body } = start;
    this.#stop();
    const stay = page.connection.leave();
    const goBack = (this.#goBack ??= () => {
      page.preset = preset;
      start.body = body;
      stay();
    });
    // Before the session is kept, under the name of its preset.
    page.preset = name;
    const chosen = (start.body = start.elsewhere({ preset: name }));
    const opened = await page.connection.begin();
    // Another was chosen meanwhile.
    if (start.body !== chosen) return;
    this.#goBack = null;
    if (!opened) return goBack();
    this.#forget();
    if (!page.embedded) updateAddress({ preset: name, ...NO_MOMENT });
  }

  async #replace(begin: Begin, make: () => Promise<Session>): Promise<boolean> {
    this.#stop();
    const { body } = this.start;
    // Before the session is kept, under the name of what it was made of.
    this.start.body = begin;
    const opened = await this.page.connection.swap(make);
    if (!opened) this.start.body = body;
    else {
      this.#forget();
      this.page.preset = begin.preset ?? this.page.preset;
    }
    return opened;
  }

  #stop(): void {
    this.page.player.pause();
    this.page.run.stop();
  }

  #forget(): void {
    this.page.attention.close();
    this.page.signals.forget();
  }
}
