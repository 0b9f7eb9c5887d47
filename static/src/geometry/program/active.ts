/** What the last operation did in the graph: which operation it belongs to, and on which readings something moved. */
import type { ProgramIndex, Reading } from '../../notation/programIndex.ts';
import { parseProgramRef } from '../../notation/programNotation.ts';

export interface ActiveWork {
  /** The number whose operation it is: its own, or the one that sends a message back. */
  node: string | null;
  forward: readonly Reading[];
  back: readonly Reading[];
}

const NOTHING: ActiveWork = { node: null, forward: [], back: [] };

/** `ref`: the result of the last operation; null where there is none. */
export function activeWork(ref: string | null, index: ProgramIndex): ActiveWork {
  const parsed = ref === null ? null : parseProgramRef(ref, index);
  if (parsed === null) return NOTHING;
  const { kind, of } = parsed;
  if (kind === 'node') return { node: of, forward: index.readingsInto.get(of) ?? [], back: [] };
  if (kind !== 'gradient' && kind !== 'message') return { node: of === '' ? null : of, forward: [], back: [] };
  const sent = index.readingsOf.get(of)?.filter(({ message }) => message !== null) ?? [];
  const own = sent.find(({ message }) => message === ref);
  if (own) return { node: own.to, forward: [], back: [own] };
  // The sum of all messages; the target's own gradient has none.
  return { node: of, forward: [], back: sent };
}
