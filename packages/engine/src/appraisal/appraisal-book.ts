import { englandsHolidays, type AppraisalProfile, type Framework } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';

/** What a scheme would say: in an appraisal nothing is scored, handed in, sampled or attempted. */
const nothingIsScored: Omit<
  Rulebook,
  'framework' | 'scheme' | 'edition' | 'areas' | 'areaTitles' | 'clocks' | 'holidays' | 'appraisal'
> = {
  judged: new Map(),
  covered: new Map(),
  judgedIn: new Map(),
  highest: 0,
  threshold: 0,
  allowance: { belowThresholdAtMost: 0, lowestScore: 0, reasonRequired: false },
  sufficiency: { fromScore: 0, items: 0, methods: 0 },
  currencyMonths: 0,
  attempts: 0,
  resit: { areasAtMost: 0, months: 0 },
  retake: { months: 0 },
  extension: { workingDays: 0, workingDaysInAll: 0 },
  priorLearning: { fractionAtMost: 0, wholeAreas: false },
  secondMarking: {
    firstPortfolios: 0,
    resubmissions: false,
    everyKth: null,
    discrepancy: { scoresApart: 0, acrossThreshold: false },
    withoutDiscrepancy: 'lower',
    afterThirdMark: 'median',
  },
  tolerance: { standardWithin: 0, flipsOnCritical: 0, flipsElsewhere: 0 },
  release: { secondPerson: false },
  gates: [],
  components: new Map(),
  routes: [],
  sampling: {
    allUpTo: 0,
    atLeast: 0,
    fraction: 0,
    squareRoot: false,
    stratifyBy: [],
    extremes: false,
    mandatory: [],
    ratings: {
      newAssessor: 'red',
      red: { fraction: 0, atLeast: 0, says: 'Nothing is sampled.' },
      amber: { fraction: 0, atLeast: 0, says: 'Nothing is sampled.' },
      green: { fraction: 0, atLeast: 0, says: 'Nothing is sampled.' },
      redToAmber: { consecutiveConfirmed: 0 },
      amberToGreen: { consecutiveConfirmed: 0, seededRight: 0 },
      flipOnCritical: 'red',
    },
    external: { fraction: 0, atLeast: 0, mandatory: [] },
  },
};

/**
 * Indexes an appraisal profile over its framework, both taken as checked by the standards reader. It needs no scheme,
 * so any framework can be appraised by; what is to be accredited has a scheme's book (`accreditationBook`).
 */
export function appraisalBook(framework: Framework, profile: AppraisalProfile): Rulebook {
  const kinds = new Map(profile.elements.map((elements) => [elements.area, elements.kinds]));
  const statements = framework.areas.flatMap(({ id: area, statements: all }) =>
    all
      .filter(({ kind }) => kinds.get(area)?.includes(kind) === true)
      .map(({ code, kind }) => [code, { code, area, kind }] as const),
  );
  return {
    ...nothingIsScored,
    framework: framework.id,
    scheme: profile.id,
    edition: profile.edition,
    areas: framework.areas.map(({ id }) => id),
    areaTitles: new Map(framework.areas.map(({ id, title }) => [id, title])),
    clocks: new Map(profile.clocks.map((clock) => [clock.id, clock])),
    holidays: new Set(englandsHolidays.holidays.map(({ day }) => day)),
    appraisal: {
      highest: profile.levels.length,
      objectivesAtMost: profile.objectivesAtMost,
      months: profile.months,
      statements: new Map(statements),
    },
  };
}
