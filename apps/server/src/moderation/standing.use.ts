import {
  recordsModerated,
  standing,
  standingId,
  type ModerationFact,
  type ProviderId,
  type RecordModerated,
  type Standing,
  type Standings,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import type { Unit } from '../record/unit.ts';

/** How every assessor of a provider stands, as a draw looks at it; who is not there is new. */
export async function standingsOf(writing: Database | Writing, provider: string): Promise<Standings> {
  const rows = await writing.selectFrom('standing').selectAll().where('provider', '=', provider).execute();
  return Object.fromEntries(
    rows.map(({ assessor, light, moderated }) => [
      assessor,
      { light: light === 'green' || light === 'amber' ? light : 'red', moderated },
    ]),
  );
}

/** What a moderator decided goes into the standing of everybody who marked the portfolio. */
export async function noteStandings(unit: Unit, provider: ProviderId, fact: ModerationFact): Promise<void> {
  const tables = await unit.tables();
  for (const { assessor, command } of recordsModerated(fact)) {
    const row = await tables
      .selectFrom('standing')
      .innerJoin('stream', 'stream.id', 'standing.standing')
      .select(['standing.standing', 'stream.context'])
      .where('standing.provider', '=', provider)
      .where('standing.assessor', '=', assessor)
      .executeTakeFirst();
    if (row !== undefined && isCounted(JSON.parse(row.context), command)) continue;
    const id = standingId(row?.standing ?? unit.given.freshId());
    const { by, at } = command;
    if (row === undefined)
      await unit.change(standing, id, 0, () => ({ type: 'OpenStanding', standing: id, assessor, provider, by, at }));
    await unit.change(standing, id, null, () => command);
  }
}

/** STA-1: what was upheld in an earlier draw of its batch stands in the row already, and counts once. */
function isCounted({ row }: Standing, { submission, within, criticalFlip, confirmed }: RecordModerated): boolean {
  return within && confirmed && !criticalFlip && row.includes(submission);
}
