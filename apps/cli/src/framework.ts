import { BrokenFile, statementsOf } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { Command } from 'commander';
import { CliError, print } from './output.ts';

/** `assay framework list` and `assay framework show <id>`. */
export function frameworkCommand(): Command {
  const framework = new Command('framework').description('the published frameworks that are shipped');

  framework
    .command('list')
    .description('list the frameworks')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => {
      const list = known().map(({ framework: { id, title, publisher, year, areas }, scheme }) => ({
        id,
        title,
        publisher,
        year,
        areas: areas.length,
        statements: areas.reduce((sum, area) => sum + area.statements.length, 0),
        scheme: scheme?.id ?? null,
      }));
      print(list, json, (rows) =>
        rows
          .map(({ id, statements, title }) => `${id.padEnd(14)} ${String(statements).padStart(4)} statements  ${title}`)
          .join('\n'),
      );
    });

  framework
    .command('show')
    .argument('<id>', 'such as npqicl-2007')
    .description('print a framework with every statement, word for word')
    .option('--json', 'print JSON')
    .action((id: string, { json }: { json?: boolean }) => {
      const all = known();
      const found = all.find((entry) => entry.framework.id === id);
      if (found === undefined)
        throw new CliError(
          `There is no framework called ${id}. There are: ${all.map((entry) => entry.framework.id).join(', ')}.`,
        );
      const names = new Map<string, string>(found.framework.kinds.map(({ letter, name }) => [letter, name]));
      const shown = {
        ...found.framework,
        statementCount: statementsOf(found.framework).length,
        areas: found.framework.areas.map((area) => ({
          ...area,
          statements: area.statements.map((statement) => ({ ...statement, kindName: names.get(statement.kind) })),
        })),
        scheme: found.scheme,
      };
      print(shown, json, ({ title, areas, acknowledgement }) =>
        [
          title,
          ...areas.flatMap((area) => [
            '',
            area.title,
            ...area.statements.map(({ code, text }) => `  ${code.padEnd(8)} ${text}`),
          ]),
          '',
          acknowledgement,
        ].join('\n'),
      );
    });

  return framework;
}

function known() {
  try {
    return shippedFrameworks();
  } catch (error) {
    if (error instanceof BrokenFile) throw new CliError(error.message, 1);
    throw error;
  }
}
