import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelSentences, scoringSentences, workflows } from '../../packages/engine/src/index.ts';

/** A numbered sentence and where it was found. */
export interface Numbered {
  readonly id: string;
  readonly says: string;
  readonly place: string;
}

/** A test's title and the file it is in. */
export interface Title {
  readonly title: string;
  readonly place: string;
}

const engine = join(import.meta.dirname, '../../packages/engine');
const idShape = String.raw`(?:[A-Z]{2,4}-\d+|[A-Z]\d+)`;

/** Every rule of the engine: the kernel's, scoring's, and those that the openings and steps of the workflows ask. */
export function rulesInCode(): Numbered[] {
  const shared = (sentences: Readonly<Record<string, string>>, place: string) =>
    Object.entries(sentences).map(([id, says]) => ({ id, says, place }));
  const everywhere = Object.entries(workflows).flatMap(([name, { rules }]) =>
    rules.map(({ id, says }) => ({ id, says, place: `workflow ${name}` })),
  );
  // A rule that several workflows ask in one sentence, each of its own commands, is one rule.
  const asked = [...new Map(everywhere.map((rule) => [`${rule.id} ${rule.says}`, rule])).values()];
  // What scores amount to is a sentence of scoring's; where a workflow asks it as a rule too, it is one rule.
  const amounts = shared(scoringSentences, 'scoringSentences').filter(
    ({ id, says }) => !asked.some((rule) => rule.id === id && rule.says === says),
  );
  return [...shared(kernelSentences, 'kernelSentences'), ...amounts, ...asked];
}

/** The rules of SPEC.md: lines such as `- **REV-1** Nobody marks their own portfolio.` */
export function rulesInSpec(text: string): Numbered[] {
  const line = new RegExp(String.raw`^- \*\*(${idShape})\*\* (.*)$`);
  return text.split('\n').flatMap((each, index) => {
    const [, id, says] = line.exec(each) ?? [];
    return id === undefined || says === undefined
      ? []
      : [{ id, says: says.trim(), place: `SPEC.md, line ${index + 1}` }];
  });
}

/** The place after a balanced pair of brackets that begins at `start`; brackets inside quotes do not count. */
function afterBrackets(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    const sign = source[at] ?? '';
    if (`'"\``.includes(sign)) {
      for (at += 1; at < source.length && source[at] !== sign; at += 1) if (source[at] === '\\') at += 1;
    } else if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return source.length;
}

/** The titles of a test file: the first text of every `test(…)`, `it(…)` and `describe(…)`, also after `.each(…)`. */
export function titlesIn(source: string, place: string): Title[] {
  const title = /\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/y;
  return [...source.matchAll(/(?<![\w.])(?:test|it|describe)((?:\.\w+)*)(?=\()/g)].flatMap((call) => {
    let at = call.index + call[0].length;
    if (/\.(?:each|for|skipIf|runIf)$/.test(call[1] ?? '')) at = afterBrackets(source, at);
    title.lastIndex = at + 1;
    const found = source[at] === '(' ? title.exec(source)?.[2] : undefined;
    return found === undefined ? [] : [{ title: found, place }];
  });
}

/** The rules whose number stands alone in quotes in a test: what a refusal is expected to carry. */
export function expectedIn(sources: readonly string[]): ReadonlySet<string> {
  const literal = new RegExp(String.raw`(['"\`])(${idShape})\1`, 'g');
  return new Set(sources.flatMap((source) => [...source.matchAll(literal)].map(([, , id]) => id ?? '')));
}

/** Rules that no command meets, and rules that no test expects in a refusal: a sentence each. */
export function unrefused(code: readonly Numbered[], expected: ReadonlySet<string>): string[] {
  return code.flatMap(({ id, place }) => [
    ...(place === 'scoringSentences' ? [`${id} is asked of no command, so no refusal can carry it.`] : []),
    ...(expected.has(id) ? [] : [`${id} (${place}) is expected in no refusal by any test.`]),
  ]);
}

function twice(rules: readonly Numbered[], where: string): string[] {
  return [...Map.groupBy(rules, ({ id }) => id)]
    .filter(([, same]) => same.length > 1)
    .map(
      ([id, same]) =>
        `${id} occurs ${same.length} times in ${where}: ${[...new Set(same.map(({ place }) => place))].join('; ')}.`,
    );
}

/** Everything in which code, SPEC.md and tests do not agree, a sentence each; nothing where they do. */
export function problems(code: readonly Numbered[], spec: readonly Numbered[], titles: readonly Title[]): string[] {
  const written = new Map(spec.map((rule) => [rule.id, rule]));
  const known = new Set(code.map(({ id }) => id));
  const families = new Set([...code, ...spec].map(({ id }) => id.replace(/-?\d+$/, '')));
  const cite = new RegExp(String.raw`(?<![\w.-])${idShape}(?![\w.-])`, 'g');
  const cited = titles.flatMap(({ title, place }) =>
    [...title.matchAll(cite)]
      .map(([id]) => ({ id, title, place }))
      .filter(({ id }) => families.has(id.replace(/-?\d+$/, ''))),
  );
  const proved = new Set(cited.map(({ id }) => id));
  return [
    ...twice(code, 'the code'),
    ...twice(spec, 'SPEC.md'),
    ...code.flatMap(({ id, says, place }) => {
      const rule = written.get(id);
      if (rule === undefined) return [`${id} (${place}) is not in SPEC.md: add the line "- **${id}** ${says}".`];
      return rule.says === says
        ? []
        : [`${id} says "${says}" in the code (${place}) and "${rule.says}" in ${rule.place}: make them one sentence.`];
    }),
    ...spec
      .filter(({ id }) => !known.has(id))
      .map(({ id, place }) => `${id} (${place}) is a rule of no workflow: take it out of SPEC.md or into the code.`),
    ...spec
      .filter(({ id }) => !proved.has(id))
      .map(({ id, place }) => `${id} (${place}) is proved by no test: let the title of one begin with ${id}.`),
    ...cited
      .filter(({ id }) => !written.has(id))
      .map(({ id, title, place }) => `${place}: "${title}" cites ${id}, which is not in SPEC.md.`),
  ];
}

if (import.meta.main) {
  const files = globSync('src/**/*.test.ts', { cwd: engine }).toSorted((a, b) => a.localeCompare(b));
  const sources = files.map((file) => readFileSync(join(engine, file), 'utf8'));
  const titles = files.flatMap((file, index) => titlesIn(sources[index] ?? '', `packages/engine/${file}`));
  const code = rulesInCode();
  const found = [
    ...problems(code, rulesInSpec(readFileSync(join(engine, 'SPEC.md'), 'utf8')), titles),
    ...unrefused(code, expectedIn(sources)),
  ];
  if (found.length > 0) {
    process.stderr.write(`${found.join('\n')}\n`);
    process.exitCode = 1;
  } else
    process.stdout.write(
      `SPEC.md and the engine agree: ${code.length} rules, each proved by a test and carried by a refusal (${titles.length} titles in ${files.length} files).\n`,
    );
}
