/** What stands in the circle of an operation; a function that is not named here stands under its own name. */
const SIGNS: Readonly<Record<string, string>> = {
  add: '+', subtract: '−', multiply: '×', divide: '÷', power: 'xⁿ', sum: 'Σ', negative: '−', log: 'ln', sqrt: '√', sigmoid: 'σ',
  leaky_relu: 'leaky', square: 'x²', abs: '|x|',
};

export const signOf = (name: string): string => SIGNS[name] ?? name;
