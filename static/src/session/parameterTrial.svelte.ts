import type { AnyWhatIf } from '../wire/types.ts';
import { ParameterPass } from './parameterPass.svelte.ts';
import type { SessionModel } from './sessionModel.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The calls that a trial needs of the lab. */
export interface TrialCalls {
  whatIf(ref: string, value: number): Promise<AnyWhatIf | null>;
  setNumber(ref: string, value: number): Promise<void>;
  /** Whether the loss of the batch is that of its only example. */
  isWhole(): boolean;
  model(): SessionModel;
  /** Whether a number is given: no operation computes it. */
  isGiven(ref: string): boolean;
}

/**
 * A weight, bias or leaf that is being turned: the stage shows the forward pass that it would give, and the session changes when
 * it is released. One request is in flight at a time; of later values only the newest is sent.
 */
export class ParameterTrial {
  #pass: ParameterPass | null = $state.raw(null);
  #sending = false;
  /** Whether the value that is tried shall become the session's. */
  #released = false;
  #saving = false;

  constructor(private readonly calls: TrialCalls, private readonly workspace: Workspace) {}

  /** The value that is tried for a parameter; null where it is not being turned. */
  valueOf(ref: string): number | null {
    return this.#pass?.ref === ref ? this.#pass.value : null;
  }

  hold(ref: string, value: number): void {
    this.#released = false;
    if (this.#pass?.ref === ref) this.#pass.value = value;
    else this.#pass = new ParameterPass(ref, value, { whole: this.calls.isWhole(), isGiven: (one) => this.calls.isGiven(one) }, this.calls.model());
    this.workspace.showWhatIf(this.#pass);
    void this.#send(this.#pass);
  }

  /** Leave the session as it is. */
  cancel(): void {
    const pass = this.#pass;
    this.#pass = null;
    if (pass !== null && this.workspace.whatIf === pass) this.workspace.showWhatIf(null);
  }

  /** The value becomes that of the session; until it has, it is still the one that is tried. */
  async release(): Promise<void> {
    this.#released = this.#pass !== null;
    if (this.#saving) return;
    this.#saving = true;
    while (this.#released && this.#pass !== null) {
      const pass: ParameterPass = this.#pass;
      const { value } = pass;
      await this.calls.setNumber(pass.ref, value);
      if (this.#released && this.#pass === pass && pass.value === value) this.cancel();
    }
    this.#saving = false;
  }

  async #send(pass: ParameterPass): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let sent: number | null = null;
    try {
      while (this.#pass === pass && pass.value !== sent) {
        sent = pass.value;
        pass.answer = (await this.calls.whatIf(pass.ref, sent)) ?? pass.answer;
      }
    } catch {
      // Without an answer only the parameter itself is shown; the edit reports what is wrong.
    } finally {
      this.#sending = false;
    }
    if (this.#pass !== null && this.#pass !== pass) await this.#send(this.#pass);
  }
}
