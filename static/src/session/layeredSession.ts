import type { GraphSession, LayeredSession, Session } from '../wire/types.ts';

export const isGraphSession = (session: Session): session is GraphSession => 'graph' in session.spec;

/** The session of a layered network. What needs layers is not offered for another model. */
export function layeredSession(session: Session): LayeredSession {
  if (isGraphSession(session)) throw new Error('A graph has no layers.');
  return session as LayeredSession;
}
