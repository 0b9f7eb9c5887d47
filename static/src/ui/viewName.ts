import type { Lab } from '../session/lab.svelte.ts';
import type { ViewName } from '../wire/lessons.ts';

/** What a view is called; some go by what their model has, weights or leaves. */
export const viewName = ({ text, model }: Pick<Lab, 'text' | 'model'>, view: ViewName): string => text(`view-${view}`, { model: model.name });
