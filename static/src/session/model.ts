import type { Session } from '../wire/types.ts';
import { GRAPH } from './graphModel.ts';
import { LAYERED } from './layeredModel.ts';
import { isGraphSession } from './layeredSession.ts';
import type { SessionModel } from './sessionModel.ts';

/** The kind of model that a session has. */
export const modelOf = (session: Session): SessionModel => (isGraphSession(session) ? GRAPH : LAYERED) as SessionModel;
