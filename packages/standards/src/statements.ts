import type { Framework, Statement } from './framework.schema.ts';

/** All statements of a framework, area by area, in the order of the publication. */
export const statementsOf = (framework: Framework): readonly Statement[] =>
  framework.areas.flatMap((area) => area.statements);
