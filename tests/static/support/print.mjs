/** Prints operations as the page does: {operations, digits} from one file to a list of equations in another. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'vite';

const { operations, digits } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const vite = await createServer({
  configFile: false, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const [{ mathmlNumber, lastDigitUnit }, { fillNumbers }, { digitsFor }] = await Promise.all(
  ['numberFormat', 'mathml', 'messages'].map((name) => vite.ssrLoadModule(`/static/src/notation/${name}.ts`)),
);

const OPERAND = /<mrow class="op op-\d+">((?:<m[no][^>]*>[^<]*<\/m[no]>|<msup>.*?<\/msup>)*)<\/mrow>/g;

/** What the page writes for a number, in LaTeX. */
const inLatex = (mathml) => mathml
  .replace(/<mn>−([^<]*)<\/mn><\/msup>/, '<mn>-$1</mn></msup>')
  .replace(/<mn>([^<]*)<\/mn><mo[^>]*>×<\/mo><msup><mn>10<\/mn><mn>([^<]*)<\/mn><\/msup>/, '{$1{\\times}10^{$2}}')
  .replace(/<mn>([^<]*)<\/mn>/, '{$1}').replace(/<mo[^>]*>([()])<\/mo>/g, '$1').replace('{−', '{{-}');

/** The formula in LaTeX with the numbers that the page puts into its MathML. */
function formulaOf({ templates, mathml }, values, write) {
  const filled = fillNumbers(mathml.numbers, values, write).join('');
  const written = [...filled.matchAll(OPERAND)].map(([, number]) => inLatex(number));
  return templates.numbers.replace(/#\{\d+\}/g, () => written.shift());
}

const printed = operations.map((operation) => {
  const { operands, result } = digitsFor(operation, digits);
  const values = operation.operands.map((operand) => operand.value);
  const write = (value) => mathmlNumber(value, operands);
  return {
    formula: formulaOf(operation.formula, values, write),
    result: inLatex(mathmlNumber(operation.value, result)),
    unit: operation.value === 0 ? 0 : lastDigitUnit(operation.value, result),
    operands: values.map((value) => inLatex(write(value))),
  };
});
await vite.close();
writeFileSync(process.argv[3], JSON.stringify(printed));
