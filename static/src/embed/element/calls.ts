export type Data = Record<string, unknown>;

/** The longest wait for the reply to one message, from when it is asked, also where the frame never becomes ready. */
export const LIMIT_MS = 30_000;

interface Call {
  type: string;
  data: Data;
  sent: boolean;
  resolve(data: Data): void;
  reject(reason: Error): void;
}

/** The messages of the element that wait: for the frame to become ready, and then for its reply. None waits for ever. */
export class Calls {
  #seq = 0;
  #ready = false;
  readonly #waiting = new Map<number, Call>();

  constructor(private readonly post: (type: string, seq: number, data: Data) => void) {}

  ask(type: string, data: Data): Promise<Data> {
    return new Promise((resolve, reject) => {
      const seq = (this.#seq += 1);
      const timer = setTimeout(() => this.#end(seq, new Error(`${type}: no answer within ${LIMIT_MS / 1000} s`)), LIMIT_MS);
      const call: Call = {
        type, data, sent: false,
        resolve: (reply) => { clearTimeout(timer); resolve(reply); },
        reject: (reason) => { clearTimeout(timer); reject(reason); },
      };
      this.#waiting.set(seq, call);
      if (this.#ready) this.#send(seq, call);
    });
  }

  /** The frame is there: it gets what has waited, in order. */
  ready(): void {
    this.#ready = true;
    for (const [seq, call] of this.#waiting) if (!call.sent) this.#send(seq, call);
  }

  /** The frame loads anew: what it was asked before will not be answered. */
  reloads(): void {
    this.#ready = false;
    for (const [seq, call] of this.#waiting) if (call.sent) this.#end(seq, new Error(`${call.type}: the frame was loaded anew`));
  }

  settle(seq: number, reply: Data): void {
    if (reply.ok) this.#waiting.get(seq)?.resolve(reply);
    else this.#waiting.get(seq)?.reject(new Error(`${String(reply.field)}: ${String(reply.allowed)}`));
    this.#waiting.delete(seq);
  }

  #send(seq: number, call: Call): void {
    call.sent = true;
    this.post(call.type, seq, call.data);
  }

  #end(seq: number, reason: Error): void {
    this.#waiting.get(seq)?.reject(reason);
    this.#waiting.delete(seq);
  }
}
