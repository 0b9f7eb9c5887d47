import { isObject } from '../wire/json.ts';

/** What a frame and the page around it say to each other: one form for both ways. */
export interface Envelope {
  source: 'backstep';
  v: 1;
  /** As the address of the frame says; '' where it says none. */
  id: string;
  type: string;
  /** Goes up by one with every message of the frame; a host may put its own and finds it in the `reply`. */
  seq: number;
  data: Record<string, unknown>;
}

const MOST = 64; // characters of a name

/** A message for us, or null: pages hear many messages, and most are somebody else's. */
export function parseEnvelope(message: unknown): Envelope | null {
  if (!isObject(message) || message.source !== 'backstep' || message.v !== 1) return null;
  const { type, id = '', seq = 0, data = {} } = message;
  if (typeof type !== 'string' || type.length > MOST || typeof id !== 'string' || id.length > MOST) return null;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || !isObject(data)) return null;
  return { source: 'backstep', v: 1, id, type, seq, data };
}
