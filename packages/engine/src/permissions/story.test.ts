import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import type { AnyFact, AnyWorkflow, State } from '../kernel/index.ts';
import { tellStory } from '../testing/story/index.ts';
import { permissionTable, workflows } from './table.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const steps = tellStory(npqicl.scheme);

/** States whose owner sends nothing to the record itself, and what they do instead. */
const elsewhere: Readonly<Record<string, string>> = {
  'submission notSubmitted': 'the candidate claims circumstances, which is a record of its own',
  'review sealed': 'the moderator queries the batch, which sends the review back',
  'marking awaitingMarks': 'the assessors seal their reviews, which brings their marks in',
  'marking adjudicating': 'the provider allocates the third marker’s review',
  'marking agreed': 'the moderator queries the batch, or orders it marked anew',
  'standing red': 'the moderator decides on portfolios, which is recorded here',
  'standing amber': 'the moderator decides on portfolios, which is recorded here',
  'standing green': 'the moderator decides on portfolios, which is recorded here',
  'evidence item retained': 'the time for which work is kept passes, and the product destroys it',
  'award passed': 'the candidate asks for a review of marking, which is a record of its own',
  'award referred': 'the candidate hands in the next attempt, or asks for a review of marking',
  'award failed': 'the candidate asks for a review of marking, which is a record of its own',
};

describe.each(Object.entries(workflows))('the whole story: %s', (key, workflow) => {
  const { name, commands, states, turns } = workflow;
  const told = steps.filter((step) => step.workflow === name);
  const records = [...new Set(told.map(({ record }) => record))];

  test('takes every command that the permission table knows', () => {
    const known = new Set(permissionTable.filter((row) => row.workflow === key).map(({ command }) => command));
    expect(new Set<string>(commands)).toEqual(known);
    expect(new Set(told.map(({ command }) => command.type))).toEqual(known);
  });

  test('reaches every state, and records every fact that a step of the chart can record', () => {
    expect(new Set(told.map(({ after }) => after.status))).toEqual(new Set(states));
    const possible = states.flatMap((status) => workflow.steps(status).map(({ fact }) => fact));
    const opening = told.filter(({ before }) => before === null).flatMap(({ facts }) => facts.map(({ type }) => type));
    expect(new Set(told.flatMap(({ facts }) => facts.map(({ type }) => type)))).toEqual(
      new Set([...possible, ...opening]),
    );
  });

  test('changes nothing without a fact, and each fact is of whoever sent the command, when they sent it (11.8)', () => {
    for (const { command, before, after, facts } of told) {
      expect(facts.length, command.type).toBeGreaterThan(0);
      for (const { by, at } of facts) expect({ by, at }).toEqual({ by: command.by, at: command.at });
      let state: State<object> | null = before;
      for (const fact of facts) state = evolved(state, fact);
      expect(state, command.type).toEqual(after);
    }
  });

  test('has an owner in every state that leads on, and a deadline in every one that can lapse (11.8)', () => {
    for (const { after, deadline, record } of told) {
      const turn = turns[after.status];
      expect(turn, `${record} ${after.status}`).not.toBeUndefined();
      if (turn?.lapse === undefined) continue;
      expect(deadline, `${record} ${after.status}`).not.toBeNull();
      expect(deadline?.command).toBe(turn.lapse);
    }
  });

  test('lets the owner of a state send at least one of the commands that it knows (11.8)', () => {
    const idle = states.filter((status) => {
      const owner = turns[status]?.owner;
      return (
        owner !== undefined &&
        !workflow
          .steps(status)
          .some(({ command }) =>
            permissionTable.some((row) => row.workflow === key && row.command === command && row.role === owner),
          )
      );
    });
    const excepted = Object.keys(elsewhere).filter((state) => state.startsWith(`${name} `));
    expect(new Set(idle.map((status) => `${name} ${status}`))).toEqual(new Set(excepted));
  });

  test('gives back every state by replay of what was written down, from every prefix of its facts (11.14)', () => {
    for (const record of records) {
      let state: State<object> | null = null;
      for (const { facts, after, before } of told.filter((step) => step.record === record)) {
        expect(state).toEqual(before);
        const written: AnyFact[] = JSON.parse(JSON.stringify(facts));
        for (const fact of written) state = evolved(state, fact);
        expect(state).toEqual(JSON.parse(JSON.stringify(after)));
      }
    }
  });

  function evolved(state: State<object> | null, fact: AnyFact): State<object> {
    const { evolve }: AnyWorkflow = workflow;
    return evolve(state, fact);
  }
});
