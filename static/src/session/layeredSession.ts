import type { GraphSession, LayeredSession, LayeredSpec, Session, Spec } from '../wire/types.ts';

export const isGraphSession = (session: Session): session is GraphSession => 'graph' in session.spec;

/** The spec of a layered network. What needs layers is not offered for another model. */
export function layeredSpec(spec: Spec): LayeredSpec {
  if ('graph' in spec) throw new Error('A graph has no layers.');
  return spec;
}

/** Its session. */
export function layeredSession(session: Session): LayeredSession {
  layeredSpec(session.spec);
  return session as LayeredSession;
}
