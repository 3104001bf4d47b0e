import { stageOf } from '../submission/submission.views.ts';
import { words } from '@assay/engine';
import type { World } from '../world.ts';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly about: string;
}

/** Everybody of a demo installation, for signing in with one click; nobody where the demo is off. */
export async function demoPeople(world: World): Promise<{ on: boolean; people: DemoPerson[] }> {
  if (world.identity.demo === null) return { on: false, people: [] };
  const rows = await world.db
    .selectFrom('appointment')
    .innerJoin('user', 'user.id', 'appointment.person')
    .leftJoin('provider', 'provider.provider', 'appointment.provider')
    .leftJoin('submission', (join) =>
      join
        .onRef('submission.candidate', '=', 'appointment.person')
        .on('appointment.role', '=', 'candidate')
        .on('submission.current', '=', 1),
    )
    .leftJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .select([
      'user.id',
      'user.name',
      'appointment.role',
      'provider.name as provider',
      'submission.stage',
      'cohort.title',
    ])
    .orderBy('appointment.role')
    .orderBy('user.name')
    .orderBy('submission.attempt', 'desc')
    .execute();
  // Of somebody with several attempts, the newest.
  const each = [...Map.groupBy(rows, ({ id, role, provider }) => `${id} ${role} ${provider}`).values()];
  return {
    on: true,
    people: each
      .flatMap(([newest]) => newest ?? [])
      .map(({ id, name, role, provider, stage, title }) => ({
        id,
        name,
        role,
        about: stage === null ? (provider ?? '') : `${title ?? ''}: ${words(stageOf(stage))}`,
      })),
  };
}
