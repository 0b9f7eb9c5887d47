// Reads a JSON list of formulas; writes their MathML.
import { readFileSync } from 'node:fs';
import temml from 'temml';

const formulas = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(formulas.map((formula) => temml.renderToString(formula))));
