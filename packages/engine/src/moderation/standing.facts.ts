import type { AnyFact, FactBook, PersonId, ProviderId, StandingId, SubmissionId } from '../kernel/index.ts';
import type { RecordModerated, RecordSeeded, StandingCommand } from './standing.commands.ts';

/** What counts towards the next rating is what happened under the present one: a change of rating begins afresh. */
export interface Standing {
  readonly standing: StandingId;
  readonly assessor: PersonId;
  readonly provider: ProviderId;
  /** How many portfolios of theirs were moderated to the end. */
  readonly moderated: number;
  /** The latest portfolios confirmed in a row, as many as a higher rating asks for. */
  readonly row: readonly SubmissionId[];
  /** By seeded item, whether it was marked right. */
  readonly seeded: Readonly<Record<string, boolean>>;
}

export interface StandingOpened extends AnyFact, Pick<Standing, 'standing' | 'assessor' | 'provider'> {
  readonly type: 'StandingOpened';
}

interface Moderated extends AnyFact {
  readonly submission: SubmissionId;
}

/** A portfolio was upheld as it was marked: one more in a row. */
export interface StandingConfirmed extends Moderated {
  readonly type: 'StandingConfirmed';
  /** The latest portfolios in a row, as many as any rating asks for. */
  readonly row: readonly SubmissionId[];
}

/** A portfolio was upheld, which moves nothing: it had been asked about, or there is no higher rating. */
export interface StandingKept extends Moderated {
  readonly type: 'StandingKept';
}

/** A portfolio was beyond tolerance, and there is no lower rating: the row begins again. */
export interface RowBroken extends Moderated {
  readonly type: 'RowBroken';
}

/** A portfolio was beyond tolerance: one rating down. */
export interface StandingLowered extends Moderated {
  readonly type: 'StandingLowered';
}

/** The threshold lay between the marks on a critical standard: down to red, from wherever. */
export interface StandingForfeited extends Moderated {
  readonly type: 'StandingForfeited';
}

/** A seeded item was marked. */
export interface SeededRecorded extends AnyFact {
  readonly type: 'SeededRecorded';
  readonly item: string;
  readonly right: boolean;
}

/** One rating up; with a confirmed portfolio or with a seeded item marked right, whichever came last. */
export interface StandingRaised extends AnyFact {
  readonly type: 'StandingRaised';
  readonly submission: SubmissionId | null;
  readonly item: string | null;
}

export type StandingFact =
  | StandingOpened
  | StandingConfirmed
  | StandingKept
  | RowBroken
  | StandingLowered
  | StandingForfeited
  | SeededRecorded
  | StandingRaised;

const moderated = (_standing: Standing, { submission }: RecordModerated) => ({ submission });

/** What is beyond tolerance is not moderated to the end: it is upheld later, and counts then. */
const afresh = {
  tell: moderated,
  change: (standing: Standing): Standing => ({ ...standing, row: [], seeded: {} }),
};

export const standingFacts: FactBook<Standing, StandingCommand, Exclude<StandingFact, StandingOpened>> = {
  StandingConfirmed: {
    tell: ({ row }, { submission }: RecordModerated, { sampling }) => {
      const { redToAmber, amberToGreen } = sampling.ratings;
      const most = Math.max(redToAmber.consecutiveConfirmed, amberToGreen.consecutiveConfirmed);
      return { submission, row: [...row, submission].slice(-most) };
    },
    change: (standing, { row }) => ({ ...standing, moderated: standing.moderated + 1, row }),
  },
  StandingKept: {
    tell: moderated,
    change: (standing) => ({ ...standing, moderated: standing.moderated + 1 }),
  },
  RowBroken: { tell: moderated, change: (standing) => ({ ...standing, row: [] }) },
  StandingLowered: afresh,
  StandingForfeited: afresh,
  SeededRecorded: {
    tell: (_standing, { item, right }: RecordSeeded) => ({ item: item.trim(), right }),
    change: (standing, { item, right }) => ({ ...standing, seeded: { ...standing.seeded, [item]: right } }),
  },
  StandingRaised: {
    tell: (_standing, command: RecordModerated | RecordSeeded) =>
      command.type === 'RecordModerated'
        ? { submission: command.submission, item: null }
        : { submission: null, item: command.item.trim() },
    change: (standing, { submission }) => ({
      ...standing,
      moderated: standing.moderated + (submission === null ? 0 : 1),
      row: [],
      seeded: {},
    }),
  },
};
