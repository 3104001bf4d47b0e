import { workflowNamed, type State } from '@assay/engine';
import type { Database } from '../database.ts';
import { factIn, hashOf } from './chain.ts';
import type { RecordTables } from './tables.ts';

/** The first place at which the record is not what was written, and what is wrong with it. */
export interface Broken {
  readonly position: number | null;
  readonly stream: string;
  readonly version: number;
  readonly type: string | null;
  readonly says: string;
}

export type Audit =
  | { readonly ok: true; readonly facts: number; readonly streams: number }
  | { readonly ok: false; readonly facts: number; readonly broken: Broken };

interface Head {
  readonly version: number;
  readonly hash: string;
  readonly state: State<object> | null;
}

/**
 * Reads every fact in order and proves that the record is whole: positions without a gap, each hash that of its row,
 * each row naming the hash before it, and each record's stored state the one that its facts lead to.
 */
export async function audit(db: Database): Promise<Audit> {
  const heads = new Map<string, Head>();
  let position = 0;
  for (;;) {
    const page = await db
      .selectFrom('fact')
      .selectAll()
      .where('position', '>', position)
      .orderBy('position')
      .limit(500)
      .execute();
    if (page.length === 0) break;
    for (const row of page) {
      const found = follow(row, position, heads.get(row.stream));
      if ('says' in found)
        return {
          ok: false,
          facts: position,
          broken: {
            position: row.position,
            stream: row.stream,
            version: row.version,
            type: row.type,
            says: found.says,
          },
        };
      heads.set(row.stream, found);
      position = row.position;
    }
  }
  const broken = await compareStates(db, heads);
  return broken === null ? { ok: true, facts: position, streams: heads.size } : { ok: false, facts: position, broken };
}

function follow(row: RecordTables['fact'], before: number, head: Head | undefined): Head | { readonly says: string } {
  const { hash, ...hashed } = row;
  if (row.position !== before + 1) return { says: `a fact is missing before this one (position ${before + 1})` };
  if (hashOf(hashed) !== hash) return { says: 'its row is not the one that was written: the hash does not fit' };
  if (row.previous !== (head?.hash ?? null)) return { says: 'it does not follow the fact before it in its record' };
  if (row.version !== (head?.version ?? 0) + 1)
    return { says: `it has version ${row.version} where ${(head?.version ?? 0) + 1} follows` };
  const workflow = workflowNamed.get(row.workflow);
  if (workflow === undefined) return { says: `there is no workflow called ${row.workflow}` };
  try {
    return { version: row.version, hash, state: workflow.evolve(head?.state ?? null, factIn(row)) };
  } catch (error) {
    return { says: error instanceof Error ? error.message : String(error) };
  }
}

async function compareStates(db: Database, heads: ReadonlyMap<string, Head>): Promise<Broken | null> {
  let last = '';
  let streams = 0;
  for (;;) {
    const page = await db.selectFrom('stream').selectAll().where('id', '>', last).orderBy('id').limit(500).execute();
    if (page.length === 0) break;
    for (const { id, version, hash, status, context } of page) {
      last = id;
      streams++;
      const head = heads.get(id);
      const place = { position: null, stream: id, version, type: null };
      if (head === undefined || head.version !== version || head.hash !== hash)
        return { ...place, says: 'the record is at another version than its facts' };
      if (head.state?.status !== status || JSON.stringify(head.state.context) !== context)
        return { ...place, says: 'the stored state is not the one that its facts lead to' };
    }
  }
  if (streams === heads.size) return null;
  const lost = [...heads].find(([id]) => id > last) ?? [...heads][0];
  return {
    position: null,
    stream: lost?.[0] ?? '',
    version: lost?.[1].version ?? 0,
    type: null,
    says: 'the record’s state is gone while its facts are there',
  };
}
