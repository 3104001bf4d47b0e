import { workflowNamed, type State } from '@assay/engine';
import type { Database } from '../database.ts';
import { factIn } from './chain.ts';
import { projections, readModels } from '../projections.ts';

/** Empties every read model and fills it again from the facts alone, in one transaction. Answers how many facts were read. */
export function rebuild(db: Database): Promise<number> {
  return db.transaction().execute(async (writing) => {
    for (const table of readModels) await writing.deleteFrom(table).execute();
    const states = new Map<string, State<object>>();
    let position = 0;
    for (;;) {
      const page = await writing
        .selectFrom('fact')
        .selectAll()
        .where('position', '>', position)
        .orderBy('position')
        .limit(500)
        .execute();
      if (page.length === 0) return position;
      for (const row of page) {
        position = row.position;
        const fact = factIn(row);
        const state = workflowNamed.get(row.workflow)?.evolve(states.get(row.stream) ?? null, fact);
        if (state === undefined)
          throw new Error(`Fact ${row.position} belongs to ${row.workflow}, which is no workflow`);
        states.set(row.stream, state);
        await projections
          .get(row.workflow)
          ?.project(writing, { stream: row.stream, version: row.version, ...state, fact });
      }
    }
  });
}
