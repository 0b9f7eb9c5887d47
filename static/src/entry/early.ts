/**
 * The inline script of a page with a lab, built alone (`vite.early.config.ts`): until the lab is there it keeps the steps that
 * are asked for, draws the number of the first into the still picture, and says so where the page's scripts do not arrive.
 * The page's Content-Security-Policy has its hash; it stands before everything that it waits for.
 */
import { collectSteps } from './earlySteps.ts';

collectSteps((document.currentScript as HTMLScriptElement).dataset);
