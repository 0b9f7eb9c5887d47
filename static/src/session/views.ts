/** The names of what opens beside the picture, in the order of their buttons. */
import type { ViewName } from '../wire/lessons.ts';

/** The views that answer each question. Words: `question-<name>` for a question, `view-<name>` for a view. */
export const QUESTIONS = {
  learning: ['loss', 'boundary', 'quality'],
  descent: ['slice', 'surface', 'race'],
  neuron: ['combine', 'line', 'activation'],
  gradient: ['graph', 'paths', 'modes', 'batch', 'check', 'snapshot'],
  numbers: ['matrices', 'gradients', 'table'],
} as const satisfies Record<string, readonly ViewName[]>;
export type ViewQuestion = keyof typeof QUESTIONS;
export const QUESTION_NAMES = Object.keys(QUESTIONS) as ViewQuestion[];

/** Views open in the dock. */
export const VIEW_NAMES: readonly ViewName[] = Object.values(QUESTIONS).flat();

export const viewQuestionOf = (view: ViewName): ViewQuestion =>
  QUESTION_NAMES.find((question) => (QUESTIONS[question] as readonly ViewName[]).includes(view)) ?? 'learning';

/** Sheets open in the drawer: they change the session, or save it. Words: `sheet-<name>`. */
export const SHEET_NAMES = ['data', 'settings', 'training', 'share', 'export', 'program'] as const;
export type SheetName = (typeof SHEET_NAMES)[number];
