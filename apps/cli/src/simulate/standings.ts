import {
  recordsModerated,
  standing,
  standingId,
  standingOf,
  type Actor,
  type Batch,
  type ModerationFact,
  type Standings,
} from '@assay/engine';
import type { Assessor } from './assessors.ts';
import type { Desk, Kept } from './desk.ts';

/** Who takes part in a cohort beside its candidates. */
export interface People {
  readonly provider: Actor;
  readonly moderator: Actor;
  readonly external: Actor;
  readonly assessors: readonly Assessor[];
}

/** The staff that every cohort of a provider shares, with the assessors of one. */
export function peopleOf(desk: Desk, assessors: readonly (Assessor | undefined)[], tag = ''): People {
  return {
    provider: desk.by(`staff${tag}`, 'provider'),
    moderator: desk.by(`moderator${tag}`, 'moderator'),
    external: desk.by(`external${tag}`, 'externalModerator'),
    assessors: assessors.filter((assessor) => assessor !== undefined),
  };
}

/** How the assessors stand, as a draw looks at it. */
export function standingsOf(assessors: readonly Assessor[]): Standings {
  return Object.fromEntries(
    assessors.flatMap(({ actor, standing: kept }) => (kept === null ? [] : [[actor.person, standingOf(kept.state)]])),
  );
}

/** What a moderator decided goes into the standing of everybody who marked the portfolio. */
export function noteStandings(desk: Desk, { assessors }: People, { facts }: Kept<Batch, ModerationFact>): void {
  for (const fact of facts) {
    for (const { assessor, command } of recordsModerated(fact)) {
      const found = assessors.find(({ actor }) => actor.person === assessor);
      if (found === undefined) throw new Error(`${assessor} marks in another cohort`);
      const id = standingId(`standing-${assessor}`);
      found.standing ??= desk.send(
        standing,
        id,
        { type: 'OpenStanding', standing: id, assessor, provider: desk.house, by: command.by, at: command.at },
        true,
      );
      found.standing = desk.send(standing, found.standing, command, true);
    }
  }
}
