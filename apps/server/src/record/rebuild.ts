import { workflowNamed, type State } from '@assay/engine';
import type { Database } from '../database.ts';
import type { Dialect } from '../platform/dialect.ts';
import { projections, readModels } from '../projections.ts';
import { factIn } from './chain.ts';
import { keep } from './commit.ts';
import { keepDeadline } from './deadlines.ts';

/** Empties every read model and fills it again from the facts alone, in one transaction. Answers how many facts were read. */
export function rebuild(db: Database, dialect: Dialect): Promise<number> {
  return db.transaction().execute(async (writing) => {
    await dialect.alone(writing);
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
        const { stream, version } = row;
        const fact = factIn(row);
        const workflow = workflowNamed.get(row.workflow);
        if (workflow === undefined)
          throw new Error(`Fact ${row.position} belongs to ${row.workflow}, which is no workflow`);
        const before = states.get(stream) ?? null;
        const state = workflow.evolve(before, fact);
        states.set(stream, state);
        await keep(writing, [{ stream, version, ...state, fact }], projections.get(row.workflow));
        const running = before === null ? null : workflow.deadline(before);
        await keepDeadline(writing, { stream, workflow: row.workflow }, running, workflow.deadline(state));
      }
    }
  });
}
