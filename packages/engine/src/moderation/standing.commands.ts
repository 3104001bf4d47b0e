import type { AnyCommand, Permission, PersonId, ProviderId, StandingId, SubmissionId } from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** An assessor’s standing with one provider: how much of their work is looked at. */
export interface OpenStanding extends AnyCommand {
  readonly type: 'OpenStanding';
  readonly standing: StandingId;
  readonly assessor: PersonId;
  readonly provider: ProviderId;
}

/** What a moderator found of a portfolio that the assessor marked. */
export interface RecordModerated extends AnyCommand {
  readonly type: 'RecordModerated';
  readonly submission: SubmissionId;
  /** Whether the scores were within tolerance of the moderator’s own marks. */
  readonly within: boolean;
  /** Whether the threshold lay between the two on a critical standard. */
  readonly criticalFlip: boolean;
  /** Whether it was upheld as it was marked: without having been away with a query. */
  readonly confirmed: boolean;
}

/** How the assessor marked a seeded item, whose right mark is known. */
export interface RecordSeeded extends AnyCommand {
  readonly type: 'RecordSeeded';
  readonly item: string;
  readonly right: boolean;
}

export type StandingCommand = OpenStanding | RecordModerated | RecordSeeded;

const system = [may('system', 'anyone')];

export const standingPermissions = {
  OpenStanding: system,
  RecordModerated: system,
  RecordSeeded: system,
} as const satisfies Record<StandingCommand['type'], readonly Permission[]>;
