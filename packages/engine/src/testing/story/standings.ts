import { personId, standingId, submissionId, type AnyFact, type PersonId } from '../../kernel/index.ts';
import {
  recordsModerated,
  standing,
  standingOf,
  type RecordModerated,
  type Standing,
  type StandingCommand,
  type StandingFact,
  type Standings,
} from '../../moderation/index.ts';
import { demoProvider } from '../people.ts';
import type { BatchKept } from './batch.ts';
import { cast, following } from './cast.ts';
import type { Keeper, Kept } from './keeper.ts';

type StandingKept = Kept<Standing, StandingCommand, StandingFact>;

/** The standings of everybody whose work is moderated. They belong to no portfolio: nobody acts on one. */
export class StandingsKept {
  readonly #keeper: Keeper;
  readonly #kept = new Map<PersonId, StandingKept>();

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** What the moderator's last decision says of whoever marked the portfolio. */
  note({ facts }: BatchKept): void {
    const decided = facts.at(-1);
    if (decided === undefined) return;
    for (const { assessor, command } of recordsModerated(decided)) {
      const kept = this.#kept.get(assessor) ?? openStanding(this.#keeper, assessor, following(decided));
      this.#kept.set(assessor, kept.send(command));
    }
  }

  /** As a draw looks at them. */
  get all(): Standings {
    return Object.fromEntries([...this.#kept].map(([assessor, { state }]) => [assessor, standingOf(state)]));
  }
}

function openStanding(keeper: Keeper, assessor: PersonId, sent: Pick<AnyFact, 'by' | 'at'>): StandingKept {
  const id = standingId(`standing-${assessor}`);
  return keeper.open(
    standing,
    id,
    { type: 'OpenStanding', standing: id, assessor, provider: demoProvider, ...sent },
    [],
  );
}

/** One assessor rises from red to green and falls back. */
export function oneAssessorRisesAndFalls(keeper: Keeper): void {
  const sent = { by: cast.system, at: keeper.now };
  const kept = openStanding(keeper, personId('assessor-9'), sent);
  let portfolios = 0;
  const moderated = (found: Partial<RecordModerated>, many = 1) => {
    for (let n = 0; n < many; n++) {
      portfolios += 1;
      const submission = submissionId(`portfolio-${portfolios}`);
      const sound = { within: true, criticalFlip: false, confirmed: true };
      kept.send({ type: 'RecordModerated', submission, ...sound, ...found, ...sent });
    }
  };
  const { redToAmber, amberToGreen } = keeper.book.sampling.ratings;
  moderated({ within: false, confirmed: false });
  moderated({ confirmed: false });
  moderated({}, redToAmber.consecutiveConfirmed);
  kept.send({ type: 'RecordSeeded', item: 'seeded-1', right: true, ...sent });
  moderated({}, amberToGreen.consecutiveConfirmed);
  moderated({ within: false, confirmed: false });
  moderated({ criticalFlip: true, confirmed: false });
}
