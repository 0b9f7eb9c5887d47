/** Numbers that a learner answers before they are told. */
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];
export type Question = Wire['Question'];
export type Verdict = Wire['Verdict'];
export type AskName = Wire['Question']['ask'];

/** What is to be asked. */
export interface QuestionSpec {
  ref: string;
  ask: AskName;
  other?: string;
  among?: string[];
  /** 1 for the number's value in the next iteration. */
  later?: number;
  digits?: number;
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

export const predictingOf = (call: Call, of: (id: string) => string) => ({
  question: (id: string, { ref, ask, other, among = [], later = 0 }: QuestionSpec) => {
    const query = new URLSearchParams({ ref, ask, later: String(later) });
    if (other !== undefined) query.set('other', other);
    for (const one of among) query.append('among', one);
    return call<Question>('GET', `${of(id)}/question?${query.toString()}`);
  },
  answer: (id: string, wish: QuestionSpec, text: string, show: boolean) =>
    call<Verdict>('POST', `${of(id)}/answer`, { ...wish, text, show }),
});
