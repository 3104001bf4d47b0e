import { permissionTable } from '@assay/engine';
import { tellStory, type Step } from '@assay/engine/testing/story';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../testing/databases.ts';
import { allProcedures, type Procedure } from '../testing/procedures.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';
import { naming } from './naming.ts';
import { ask, inputFor, keptOut, told } from './question.ts';
import { beside } from './beside.ts';
import { sends } from './sends.ts';
import { elsewhere, Portfolios, trialsOf, type Trial } from './standings.ts';
import { factsIn, settle, sessionAs, versionOf, write } from './told.ts';

const changing = allProcedures().filter(({ type }) => type === 'mutation');
test('every procedure that changes something is known here, and every command that people may send has one', () => {
  const known = [...Object.keys(sends), ...Object.keys(beside)];
  expect(changing.map(({ path }) => path).toSorted()).toEqual(known.toSorted());
  const sendable = permissionTable.filter(({ role }) => role !== 'system').map(({ command }) => command);
  expect(new Set(Object.values(sends).map(({ command }) => command))).toEqual(new Set(sendable));
});

describe.each(kinds)('who may do what on %s', (kind) => {
  let at: TestWorld;

  beforeAll(async () => {
    at = await openWorld(kind);
    await at.register('Elsewhere Test', elsewhere, []);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('every procedure, as everybody in every role: let in where the table says, and nowhere else', async () => {
    const steps = tellStory(at.world.library.scheme);
    await settle(at, steps);
    const portfolios = new Portfolios();
    const tried = new Set<string>();
    const wrong: string[] = [];
    const count = { inside: 0, outside: 0 };
    for (const step of steps) {
      const { command } = step;
      if (command.by.role !== 'system' && !tried.has(command.type)) {
        tried.add(command.type);
        at.travel(command.at);
        for (const procedure of changing) {
          const sending = sends[procedure.path];
          if (sending?.command !== command.type) continue;
          const question = new Question(at, step, procedure, portfolios);
          const trials = trialsOf(step, portfolios, sending);
          const [inside = [], outside = []] = [true, false].map((may) => trials.filter((trial) => trial.may === may));
          const before = await factsIn(at);
          wrong.push(...(await question.signedOut()));
          for (const trial of outside) wrong.push(...(await question.askedBy(trial)));
          if ((await factsIn(at)) !== before)
            wrong.push(`${procedure.path}: something was written by whom it keeps out`);
          for (const trial of inside) wrong.push(...(await question.askedBy(trial)));
          // Nobody is proved to be kept out by a procedure that lets nobody in.
          if (inside.length === 0 || outside.length === 0) wrong.push(`${procedure.path}: tried on one side only`);
          count.inside += inside.length;
          count.outside += outside.length;
        }
      }
      await write(at, step);
      portfolios.hear(step);
    }
    expect(wrong).toEqual([]);
    // Some hundred commands, each in six roles, three standings and two providers.
    expect(count.inside).toBeGreaterThan(150);
    expect(count.outside).toBeGreaterThan(1_500);
  }, 600_000);
});

/** One procedure, to be asked by many about the record of one step of the story. */
class Question {
  readonly #at: TestWorld;
  readonly #step: Step;
  readonly #procedure: Procedure;
  readonly #portfolios: Portfolios;

  constructor(at: TestWorld, step: Step, procedure: Procedure, portfolios: Portfolios) {
    this.#at = at;
    this.#step = step;
    this.#procedure = procedure;
    this.#portfolios = portfolios;
  }

  /**
   * What is wrong with the answers. Whoever may is asked to look at the record again, since they saw a version that is
   * not there yet; whoever may not learns neither that, nor anything where they guess the version right.
   */
  async askedBy({ by, may, stands }: Trial): Promise<string[]> {
    const { world } = this.#at;
    const session = sessionAs(by.person, by.role, by.provider ?? '', world.given.now());
    const now = await versionOf(this.#at, this.#step.record);
    const flaws: string[] = [];
    for (const seen of may ? [now + 1] : [now, now + 1]) {
      const answer = await ask(world, session, this.#procedure, this.#input(seen));
      const who = `${by.role} ${by.person} of ${by.provider} (${stands})`;
      if (keptOut(answer) === may) flaws.push(`${this.#procedure.path} at ${seen - now} as ${who}: ${told(answer)}`);
    }
    return flaws;
  }

  async signedOut(): Promise<string[]> {
    const answer = await ask(this.#at.world, null, this.#procedure, this.#input(0));
    return told(answer) === 'notSignedIn' ? [] : [`${this.#procedure.path} signed out: ${told(answer)}`];
  }

  #input(seen: number): unknown {
    const { workflow, record, command } = this.#step;
    const records = [...this.#portfolios.recordsOf(this.#step), [workflow, record] as const];
    return inputFor(this.#procedure, {
      ...Object.fromEntries(records.map(([of, id]) => [naming[of] ?? of, id])),
      ...command,
      [naming[workflow] ?? workflow]: record,
      seen,
      ...sends[this.#procedure.path]?.input,
    });
  }
}
