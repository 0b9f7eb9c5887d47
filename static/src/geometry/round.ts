/** To so many decimals: as many as a coordinate in a picture needs. */
export const round = (value: number, decimals = 2): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
