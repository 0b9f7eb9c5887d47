// Reads a recording; plays it with the page's own code and writes, for every moment, the session and all answers.
import { json } from 'node:stream/consumers';
import { build } from 'vite';

const entry = new URL('../../../static/src/wire/recorded/api.ts', import.meta.url).pathname;
const built = await build({
  configFile: false, publicDir: false, logLevel: 'error',
  build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'] } },
});
const { code } = [built].flat()[0].output[0];
const { replay } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const recording = await json(process.stdin);
const api = replay(recording);
const first = (await api.getSession('')).position.iteration - recording.starts.findLastIndex((start) => start <= recording.begins);

const each = async (refs, ask) => Object.fromEntries(await Promise.all(Object.keys(refs).map(async (ref) => [ref, await ask(ref)])));

const played = [];
for (const [iteration, start] of recording.starts.entries()) {
  const { operations, paths } = recording.answers[iteration];
  const stop = recording.starts[iteration + 1] ?? recording.moments.length;
  for (let step = 0; step < stop - start; step += 1) {
    const { snapshot } = await api.seek('', first + iteration, step, 0);
    const checks = await api.gradientChecks('');
    const checked = Object.fromEntries(checks.checks.map(({ ref }) => [ref, null]));
    played.push({
      session: snapshot,
      checks,
      explain: await each(operations.origins, (ref) => api.explain('', ref)),
      check: await each(checked, (ref) => api.gradientCheck('', ref)),
      paths: await each(paths.gradients, (ref) => api.paths('', ref)),
    });
  }
}
process.stdout.write(JSON.stringify(played));
