/** Points from the edge of the page at both sides. */
export const margin = 68;
export const ink = '#1d2730';
export const faint = '#5b6770';
