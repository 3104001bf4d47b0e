import type {
  AppraisalFact,
  MeetingRecorded,
  MidYearRecorded,
  ObjectiveSet,
  ReviewerRated,
  SelfRated,
  YearEndRecorded,
} from '@assay/engine';

type Words<Fact, Keys extends keyof Fact> = Readonly<Pick<Fact, Keys>>;

/** What has been said in an appraisal, as its facts say it: the last word on each thing. */
export interface Told {
  readonly self: Readonly<Record<string, Words<SelfRated, 'level' | 'evidence' | 'on'>>>;
  readonly reviewer: Readonly<Record<string, Words<ReviewerRated, 'level' | 'reason' | 'evidence'>>>;
  readonly meeting: Words<MeetingRecorded, 'on' | 'account'> | null;
  readonly objectives: readonly Words<
    ObjectiveSet,
    'objective' | 'aim' | 'successMeasure' | 'support' | 'reachedBy' | 'continues'
  >[];
  readonly midYear: Words<MidYearRecorded, 'on' | 'account' | 'progress'> | null;
  readonly yearEnd: Words<YearEndRecorded, 'on' | 'account' | 'met'> | null;
}

/** Reads what was said out of the facts that somebody may see. */
export function toldIn(facts: readonly AppraisalFact[]): Told {
  const self: Record<string, Told['self'][string]> = {};
  const reviewer: Record<string, Told['reviewer'][string]> = {};
  const objectives = new Map<string, Told['objectives'][number]>();
  let [meeting, midYear, yearEnd]: [Told['meeting'], Told['midYear'], Told['yearEnd']] = [null, null, null];
  for (const fact of facts)
    switch (fact.type) {
      case 'SelfRated':
        self[fact.statement] = { level: fact.level, evidence: fact.evidence, on: fact.on };
        break;
      case 'ReviewerRated':
        reviewer[fact.statement] = { level: fact.level, reason: fact.reason, evidence: fact.evidence };
        break;
      case 'MeetingRecorded':
        meeting = { on: fact.on, account: fact.account };
        break;
      case 'ObjectiveSet': {
        const { objective, aim, successMeasure, support, reachedBy, continues } = fact;
        objectives.set(objective, { objective, aim, successMeasure, support, reachedBy, continues });
        break;
      }
      case 'ObjectiveDropped':
        objectives.delete(fact.objective);
        break;
      case 'MidYearRecorded':
        midYear = { on: fact.on, account: fact.account, progress: fact.progress };
        break;
      case 'YearEndRecorded':
        yearEnd = { on: fact.on, account: fact.account, met: fact.met };
        break;
    }
  return { self, reviewer, meeting, objectives: [...objectives.values()], midYear, yearEnd };
}
