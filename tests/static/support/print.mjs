/** Prints operations as the page does: {operations, digits} from one file to a list of equations in another. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const { operations, digits } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const vite = await createServer({
  configFile: false, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const [{ latexNumber, lastDigitUnit }, { fillNumbers }, { digitsFor }] = await Promise.all(
  ['numberFormat', 'mathml', 'messages'].map((name) => vite.ssrLoadModule(`/static/src/notation/${name}.ts`)),
);

/** The formula without the classes that link its numbers to the picture. */
const MARK = /\\class\{op op-\d+\}\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g;

const printed = operations.map((operation) => {
  const { operands, result } = digitsFor(operation, digits);
  const values = operation.operands.map((operand) => operand.value);
  const write = (value) => latexNumber(value, operands);
  return {
    formula: fillNumbers(operation.formula.templates.numbers, values, write).replace(MARK, '$1'),
    result: latexNumber(operation.value, result),
    unit: operation.value === 0 ? 0 : lastDigitUnit(operation.value, result),
    operands: values.map(write),
  };
});
await vite.close();
writeFileSync(process.argv[3], JSON.stringify(printed));
