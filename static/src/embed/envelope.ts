import { isObject } from '../wire/json.ts';

/** A message between a frame and the page around it, in either direction. */
export interface Envelope {
  source: 'backstep';
  v: 1;
  /** `id` of the frame's address; '' where it has none. */
  id: string;
  type: string;
  /** Increases by one with every message of the frame. The reply to a host's message repeats the host's number. */
  seq: number;
  data: Record<string, unknown>;
}

const MOST = 64; // characters of a name

/** A message as an envelope; null where it has another form, as most messages on a page do. */
export function parseEnvelope(message: unknown): Envelope | null {
  if (!isObject(message) || message.source !== 'backstep' || message.v !== 1) return null;
  const { type, id = '', seq = 0, data = {} } = message;
  if (typeof type !== 'string' || type.length > MOST || typeof id !== 'string' || id.length > MOST) return null;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || !isObject(data)) return null;
  return { source: 'backstep', v: 1, id, type, seq, data };
}
