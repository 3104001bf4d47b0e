/** The standard that comes after this one in the framework's order and has no judgement yet, round to the beginning. */
export function nextUnjudged(
  standards: readonly string[],
  after: string,
  judged: (code: string) => boolean,
): string | null {
  const at = standards.indexOf(after);
  const round = [...standards.slice(at + 1), ...standards.slice(0, Math.max(at, 0))];
  return round.find((code) => !judged(code)) ?? null;
}

/** The next of some chosen standards, without going round: where a moderator asked for several, one comes after the other. */
export function nextOf(standards: readonly string[], after: string, chosen: readonly string[]): string | null {
  return standards.slice(standards.indexOf(after) + 1).find((code) => chosen.includes(code)) ?? null;
}

export function neighbour(standards: readonly string[], of: string, step: 1 | -1): string | null {
  const at = standards.indexOf(of);
  return at === -1 ? null : (standards[at + step] ?? null);
}

/** Where marking starts: what the moderator queried, else the first standard that has no judgement. */
export function whereToStart(
  standards: readonly string[],
  queried: readonly string[],
  judged: (code: string) => boolean,
): string {
  return (
    standards.find((code) => queried.includes(code)) ?? standards.find((code) => !judged(code)) ?? standards[0] ?? ''
  );
}
