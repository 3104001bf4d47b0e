import type { AreaId, StatementCode } from '@assay/standards';
import type { Measure, Rulebook } from '../kernel/index.ts';
import { expectedOf, type Expected } from './remit.ts';

/**
 * The rulebook by which a remit is accredited: the scheme's, over the areas of the remit, with the expected level of an
 * element as the threshold of its statements. Outcome and explanation are reached under it as under any other.
 *
 * An allowance is not taken over: it is made for one threshold, and here every element has its own. What R3 asks of a
 * score that achieves is asked from the lowest expected level up. A TypeError where the scheme scores nothing of the
 * remit, or no score reaches what is expected: such a remit could only ever pass, or never.
 */
export function accreditationBook(book: Rulebook, expected: Expected): Rulebook {
  const judged = new Map<StatementCode, Measure>();
  for (const [code, measure] of book.judged) {
    const threshold = expectedOf(expected, measure.area, measure.kind);
    if (threshold !== undefined) judged.set(code, { ...measure, threshold });
  }
  const thresholds = [...judged.values()].map(({ threshold }) => threshold);
  if (thresholds.length === 0) throw new TypeError(`The scheme ${book.scheme} scores nothing of this remit`);
  if (Math.max(...thresholds) > book.highest)
    throw new TypeError(`The scale of ${book.scheme} ends at ${book.highest}, below what this remit expects`);
  const judgedIn = new Map<AreaId, Measure[]>(
    [...Map.groupBy(judged.values(), ({ area }) => area)].map(([area, measures]) => [area, measures]),
  );
  const areas = book.areas.filter((area) => judgedIn.has(area));
  const components = new Map(
    [...book.components].filter(([, { areas: reached }]) => reached.some((area) => judgedIn.has(area))),
  );
  return {
    ...book,
    areas,
    judged,
    judgedIn,
    covered: new Map([...book.covered].filter(([, { area, kind }]) => expectedOf(expected, area, kind) !== undefined)),
    allowance: { ...book.allowance, belowThresholdAtMost: 0 },
    sufficiency: { ...book.sufficiency, fromScore: Math.min(book.sufficiency.fromScore, ...thresholds) },
    components,
    gates: book.gates.filter((gate) => components.has(gate)),
  };
}
