import {
  cohortId,
  itemId,
  providerId,
  submissionId,
  type Actor,
  type CohortId,
  type ItemId,
  type Manifest,
  type ProviderId,
  type ReviewId,
  type SubmissionId,
} from '@assay/engine';
import type { CandidateRole } from './cast.ts';
import type { Player, Players } from './people.ts';
import type { Piece } from './portfolio/contents.ts';
import type { Workdays } from './workdays.ts';

/** What the steps of the demo share: who plays, under which ids, counted from which day. */
export interface Stage {
  readonly players: Players;
  readonly provider: ProviderId;
  readonly cohorts: Readonly<Record<CandidateRole['cohort'], CohortId>>;
  readonly days: Workdays;
}

/** One candidate's way through. `review` and `manifest` are there once the portfolio was accepted. */
export interface Story {
  readonly player: Player & CandidateRole;
  readonly submission: SubmissionId;
  readonly items: readonly (Piece & { readonly item: ItemId })[];
  readonly assessor: Player & { readonly severity: number };
  /** Who marks it a second time, blind; null where one marker is enough. */
  readonly second: (Player & { readonly severity: number }) | null;
  /** Who marks what two could not agree on; null where nobody has to. */
  readonly third: Player | null;
  accepted: { readonly review: ReviewId; readonly manifest: Manifest } | null;
}

/** Opens the stage: ids for what will be opened, from the demo's own ids. */
export function openStage(players: Players, days: Workdays, freshId: () => string): Stage {
  return {
    players,
    days,
    provider: providerId(freshId()),
    cohorts: { finishing: cohortId(freshId()), underWay: cohortId(freshId()) },
  };
}

export function storyOf(
  { players }: Stage,
  player: Player & CandidateRole,
  pieces: readonly Piece[],
  freshId: () => string,
): Story {
  const assessor = players.assessors[player.assessor];
  if (assessor === undefined) throw new TypeError(`${player.name} has no assessor`);
  return {
    player,
    assessor,
    second: player.second === null ? null : (players.assessors[player.second] ?? null),
    third: player.third === null ? null : (players.assessors[player.third] ?? null),
    submission: submissionId(freshId()),
    items: pieces.map((piece) => ({ ...piece, item: itemId(freshId()) })),
    accepted: null,
  };
}

/** Somebody acting in one of their roles for the demo's provider. */
export function acting({ provider }: Stage, { id }: Player, role: Actor['role']): Actor {
  return { person: id, role, provider };
}

/** What the story has once accepted. Throws where the steps are in the wrong order. */
export function acceptedOf({ accepted, player }: Story): NonNullable<Story['accepted']> {
  if (accepted === null) throw new TypeError(`${player.name}'s portfolio was not accepted yet`);
  return accepted;
}

/** Who marks the story a second time. Throws where nobody does. */
export function secondOf({ second, player }: Story): NonNullable<Story['second']> {
  if (second === null) throw new TypeError(`${player.name}'s portfolio is marked by one`);
  return second;
}
