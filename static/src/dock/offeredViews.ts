import type { ViewName } from '../wire/lessons.ts';
import type { SessionModel } from '../session/sessionModel.ts';
import { QUESTION_NAMES, QUESTIONS, type Question } from '../session/views.ts';
import { VIEWS } from '../views/registry.ts';

/** The views that answer a question about such a model, on this page. */
export const offeredViews = (question: Question, { views }: SessionModel): ViewName[] =>
  QUESTIONS[question].filter((name) => name in VIEWS && views.has(name));

/** The questions that have such views. */
export const offeredQuestions = (model: SessionModel): Question[] =>
  QUESTION_NAMES.filter((question) => offeredViews(question, model).length > 0);
