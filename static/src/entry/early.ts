/**
 * The inline script of a page with a lab, built alone (`vite.early.config.ts`): until the lab is there it keeps the steps that
 * are asked for, draws the number of the first into the still picture, and says so where the page's scripts do not arrive.
 * The picture has the theme that this browser keeps.
 * The page's Content-Security-Policy has its hash; it stands before everything that it waits for.
 */
import { collectSteps } from './earlySteps.ts';
import { wearKeptTheme } from './keptTheme.ts';

wearKeptTheme();
collectSteps((document.currentScript as HTMLScriptElement).dataset);
