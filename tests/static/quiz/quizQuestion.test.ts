import { expect, test } from 'vitest';
import type { Api } from '../../../static/src/wire/client.ts';
import { Refused, Unreachable } from '../../../static/src/wire/errors.ts';
import type { Question, Verdict } from '../../../static/src/wire/quiz.ts';
import { QuizQuestion, showsFormula } from '../../../static/src/quiz/quizQuestion.svelte.ts';
import type { Lab } from '../../../static/src/session/lab.svelte.ts';

const WISH = { ref: 'z1[0]', ask: 'number' } as const;
const verdict = (more: Partial<Verdict>): Verdict => ({
  ref: 'z1[0]', ask: 'number', later: 0, given: '1', number: 1, correct: false, misconception: null, answer: null, value: null, ...more,
});
const expired = new Refused({ type: '/problems/not-found', title: '', status: 404, detail: '', message: { key: 'problem-session-not-found', args: {} } });

/** A lab that gives these answers, one after the other; `calls` are those that it received. */
function labOf(...answers: (Verdict | Error)[]) {
  const calls: unknown[] = [];
  const lab = {
    session: { id: 'here' },
    query: (call: (api: Api, id: string) => Promise<unknown>) => call({
      answer: async () => {
        const next = answers.shift();
        if (next instanceof Error) throw next;
        return next;
      },
    } as unknown as Api, 'here'),
    judge: async (_: Verdict, outcome: unknown, seconds: number) => void calls.push([outcome, seconds]),
    connection: { reload: async () => void calls.push('reload') },
  } as unknown as Lab;
  return { lab, calls };
}

test('a question may be tried again until it is right, and each try is judged with its time', async () => {
  const { lab, calls } = labOf(verdict({}), verdict({ correct: true, value: 1 }));
  let now = 0;
  const quiz = new QuizQuestion(lab, WISH, () => (now += 2000));
  expect(await quiz.answer('2')).toBeNull();
  expect(await quiz.answer('1')).toEqual({ correct: true, shown: false, tries: 2 });
  expect(await quiz.answer('1')).toEqual(null);
  expect(calls).toEqual([[{ correct: false, shown: false, tries: 1 }, 2], [{ correct: true, shown: false, tries: 2 }, 2]]);
});

test('what was shown was not answered, even where it was right', async () => {
  const { lab } = labOf(verdict({ correct: true }));
  expect(await new QuizQuestion(lab, WISH, () => 0).answer('1', true)).toEqual({ correct: false, shown: true, tries: 1 });
});

test('a silent server leaves the answer to be tried again', async () => {
  const { lab } = labOf(new Unreachable('gone'), verdict({ correct: true }));
  const quiz = new QuizQuestion(lab, WISH, () => 0);
  expect(await quiz.answer('1')).toBeNull();
  expect([quiz.problem?.message?.key, quiz.waiting, quiz.tries]).toEqual(['quiz-offline', false, 0]);
  expect((await quiz.answer('1'))?.correct).toBe(true);
  expect(quiz.problem).toBeNull();
});

test('a session that expired is renewed before the answer is given again', async () => {
  const { lab, calls } = labOf(expired, verdict({ correct: true }));
  expect((await new QuizQuestion(lab, WISH, () => 0).answer('1'))?.correct).toBe(true);
  expect(calls[0]).toBe('reload');
});

test('a formula that is the answer, or that of one of several numbers, is not shown', () => {
  const operands = [{ ref: 'a1[0]', symbol: 'a', symbol_mathml: '', value: 1 }] as unknown as Question['operands'];
  expect([showsFormula({ ask: 'number', operands }), showsFormula({ ask: 'sign', operands: [] }), showsFormula({ ask: 'which', operands })]).toEqual([true, false, false]);
});

test('where the session of a question is refused, its problem is that of the question', async () => {
  const { lab } = labOf();
  const { problem } = expired;
  const refused = { ...lab, session: { id: null }, connection: { begin: async () => false, problem } } as unknown as Lab;
  const quiz = new QuizQuestion(refused, WISH, () => 0);
  await quiz.put();
  expect([quiz.problem, quiz.question]).toEqual([problem, null]);
});
