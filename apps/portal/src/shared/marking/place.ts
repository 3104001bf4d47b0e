/** The page that a candidate's place speaks of ("page 3, second paragraph", "p. 12"), if it names one. */
export function pageOfPlace(place: string): number | null {
  const found = /\b(?:pages?|pp?\.?)\s*(\d{1,4})\b/i.exec(place);
  const page = Number(found?.[1] ?? Number.NaN);
  return Number.isInteger(page) && page > 0 ? page : null;
}
