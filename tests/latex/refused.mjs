// Reads a JSON list of formulas; writes those that the engine refuses, each with its reason. It is as strict as TeX.
import { readFileSync } from 'node:fs';
import temml from 'temml';

const options = { strict: true, throwOnError: true, displayMode: true };

function reason(formula) {
  try {
    temml.renderToString(formula, options);
    return null;
  } catch (error) {
    return error.message;
  }
}

const formulas = JSON.parse(readFileSync(0, 'utf8'));
const refused = formulas.map((formula) => [formula, reason(formula)]).filter(([, why]) => why !== null);
process.stdout.write(JSON.stringify(refused));
