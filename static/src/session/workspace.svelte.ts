import type { ViewName } from '../wire/lessons.ts';
import type { SheetName } from './views.ts';
import type { ParameterPass } from './parameterPass.svelte.ts';
import type { WhatIfPass } from './whatIf.svelte.ts';

/** What is open beside the session itself: a view, a sheet, a what-if pass on the stage. */
export class Workspace {
  view: ViewName | null = $state(null);
  sheet: SheetName | null = $state(null);
  /** A forward pass that the stage shows in place of the session's numbers, until the session changes. */
  whatIf: WhatIfPass | ParameterPass | null = $state.raw(null);

  openView(name: ViewName | null): void {
    this.view = name;
    this.whatIf = null;
  }

  openSheet(name: SheetName | null): void {
    this.sheet = name;
  }

  showWhatIf(pass: WhatIfPass | ParameterPass | null): void {
    this.whatIf = pass;
  }
}
