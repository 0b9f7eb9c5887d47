/** What a learner did, as an xAPI statement without its actor: only the page around the frame knows them. */

export type Verb = 'answered' | 'completed';

export interface Result {
  success: boolean;
  /** The answer as it was typed. */
  response?: string;
  seconds: number;
  /** Questions asked, and those answered correctly. */
  score?: { asked: number; right: number };
}

export interface Statement {
  verb: { id: string; display: Record<string, string> };
  object: { objectType: 'Activity'; id: string; definition: { name: Record<string, string> } };
  result: { success: boolean; duration: string; response?: string; score?: { scaled: number; raw: number; min: 0; max: number } };
}

/** Seconds as ISO 8601 writes a duration, to the hundredth. */
export const duration = (seconds: number): string => `PT${Math.max(0, Math.round(seconds * 100) / 100)}S`;

export function statement(verb: Verb, objectId: string, name: string, { success, response, seconds, score }: Result): Statement {
  return {
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { objectType: 'Activity', id: objectId, definition: { name: { und: name } } },
    result: {
      success,
      duration: duration(seconds),
      ...(response === undefined ? {} : { response }),
      ...(score && score.asked > 0 ? { score: scored(score) } : {}),
    },
  };
}

const scored = ({ asked, right }: { asked: number; right: number }) =>
  ({ scaled: right / asked, raw: right, min: 0 as const, max: asked });
