import type { ViewName } from '../wire/lessons.ts';
import { AVAILABLE } from '../session/available.ts';
import type { SessionModel } from '../session/sessionModel.ts';
import { QUESTION_NAMES, QUESTIONS, type ViewQuestion } from '../session/views.ts';

/** The views that answer a question about such a model, on this page. */
export const offeredViews = (question: ViewQuestion, { views }: SessionModel): ViewName[] =>
  QUESTIONS[question].filter((name) => AVAILABLE.views.includes(name) && views.has(name));

/** The questions that have such views. */
export const offeredQuestions = (model: SessionModel): ViewQuestion[] =>
  QUESTION_NAMES.filter((question) => offeredViews(question, model).length > 0);
