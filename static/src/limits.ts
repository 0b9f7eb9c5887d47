/** Bounds that a field can name before the server is asked; the server's own stand in /api/v1/limits. */
export const PARAMETER_LIMIT = 1e6;
