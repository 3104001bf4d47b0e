import type { AreaResult, ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';

/** The area profile as it stands, by R4 and R5; the result of record is reached by the engine when the batch is signed. */
export function profileNow(view: ReviewView, { areas, scheme, critical }: Wording): AreaResult[] {
  const asked = areas.filter(({ judged }) => judged.length > 0);
  return asked.map(({ area, judged }) => {
    const scored = judged.map(({ code }) => ({
      code,
      score: view.judgements[code]?.score ?? null,
      critical: critical.has(code),
    }));
    const unmet = scored.filter(({ score }) => score === null || score < scheme.threshold);
    const scores = scored.flatMap(({ score }) => (score === null ? [] : [score]));
    const tolerated =
      scheme.profile === 'tolerant' &&
      unmet.length === 1 &&
      unmet.every((one) => !one.critical && one.score === scheme.threshold - 1);
    return {
      area: area.id,
      achieved: unmet.length === 0 || tolerated,
      minimum: scores.length === judged.length && scores.length > 0 ? Math.min(...scores) : null,
      standards: judged.length,
      achievedStandards: judged.length - unmet.length,
      unmet,
    };
  });
}
