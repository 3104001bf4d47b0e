import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { as, demoProvider, given, noon, people, smallBook, walk } from '../testing/index.ts';
import {
  chartOf,
  charting,
  defineWorkflow,
  may,
  rule,
  when,
  words,
  type AnyCommand,
  type AnyFact,
  type FactBook,
  decideAll,
  type PersonId,
  type Turn,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

// A workflow just large enough to have everything: the key of a cupboard, lent, given back and at last worn out.
interface Key {
  readonly owner: PersonId;
  readonly holder: PersonId | null;
  readonly lent: number;
}
interface CutKey extends AnyCommand {
  readonly type: 'CutKey';
  readonly owner: PersonId;
}
interface LendKey extends AnyCommand {
  readonly type: 'LendKey';
  readonly to: PersonId;
}
interface GiveKeyBack extends AnyCommand {
  readonly type: 'GiveKeyBack';
}
interface NoteUse extends AnyCommand {
  readonly type: 'NoteUse';
  readonly door: string;
}
type KeyCommand = CutKey | LendKey | GiveKeyBack | NoteUse;

interface KeyCut extends AnyFact {
  readonly type: 'KeyCut';
  readonly owner: PersonId;
}
interface KeyLent extends AnyFact {
  readonly type: 'KeyLent';
  readonly to: PersonId;
}
interface KeyCameBack extends AnyFact {
  readonly type: 'KeyCameBack';
}
interface KeyWoreOut extends AnyFact {
  readonly type: 'KeyWoreOut';
}
interface UseNoted extends AnyFact {
  readonly type: 'UseNoted';
  readonly door: string;
}
type KeyFact = KeyCut | KeyLent | KeyCameBack | KeyWoreOut | UseNoted;

const keyFacts: FactBook<Key, KeyCommand, Exclude<KeyFact, KeyCut>> = {
  KeyLent: {
    tell: (_key, { to }: LendKey) => ({ to }),
    change: (key, { to }) => ({ ...key, holder: to, lent: key.lent + 1 }),
  },
  KeyCameBack: { tell: () => ({}), change: (key) => ({ ...key, holder: null }) },
  KeyWoreOut: { tell: () => ({}), change: (key) => ({ ...key, holder: null }) },
  UseNoted: { tell: (_key, { door }: NoteUse) => ({ door }), change: (key) => key },
};

const ownerIsCutFor = rule<null, CutKey>({
  id: 'KEY-1',
  says: 'A key has an owner who is not the system.',
  holds: (_none, { owner }) => owner !== people.system.person,
});
const notToOwner = rule<Key, LendKey>({
  id: 'KEY-2',
  says: 'A key is lent to somebody else.',
  holds: ({ owner }, { to }) => owner !== to,
});
const doorIsNamed = rule<Key, NoteUse>({
  id: 'KEY-3',
  says: 'A use names its door.',
  holds: (_key, { door }) => door !== '',
  detail: () => 'This one names none.',
});
const fewUses = rule<Key, NoteUse>({
  id: 'KEY-4',
  says: 'A door has a short name.',
  holds: (_key, { door }) => door.length > 0 && door.length < 9,
});
const worn = when<Key, GiveKeyBack>('it was lent twice', ({ lent }) => lent >= 2);

const { createMachine, all, record } = charting(keyFacts);
const keyMachine = createMachine({
  id: 'key',
  initial: 'onHook',
  context: ({ input }) => input,
  states: {
    onHook: { on: { LendKey: { guard: all(notToOwner), target: 'lent', actions: record('KeyLent') } } },
    lent: {
      on: {
        GiveKeyBack: [
          { guard: all(worn), target: 'wornOut', actions: record('KeyWoreOut') },
          { target: 'onHook', actions: record('KeyCameBack') },
        ],
        NoteUse: { guard: all(doorIsNamed, fewUses), actions: record('UseNoted') },
      },
    },
    wornOut: {},
  },
});

const keyMay = {
  CutKey: [may('system', 'anyone'), may('provider', 'sameProvider')],
  LendKey: [may('provider', 'sameProvider'), may('administrator', 'anyone')],
  GiveKeyBack: [may('assessor', 'allocated')],
  NoteUse: [may('assessor', 'allocated'), may('candidate', 'own')],
} as const;

const keyTurns = { onHook: { owner: 'provider' }, lent: { owner: 'assessor' }, wornOut: null } as const;
const workflowOf = (
  machine: Parameters<typeof defineWorkflow>[0]['machine'],
  turns: Readonly<Record<string, Turn<KeyCommand['type']> | null>> = keyTurns,
) =>
  defineWorkflow<Key, KeyCommand, KeyFact>({
    name: 'key',
    machine,
    facts: keyFacts,
    opening: {
      command: 'CutKey',
      fact: 'KeyCut',
      rules: [ownerIsCutFor],
      tell: ({ owner }: CutKey) => ({ owner }),
      context: ({ owner }: KeyCut) => ({ owner, holder: null, lent: 0 }),
    },
    may: keyMay,
    turns,
    deadline: ({ lent: times }) => (times === 0 ? null : { at, clock: 'lend' }),
    relation: (key, actor) => [
      ...(key?.owner === actor.person ? (['own'] as const) : []),
      ...(key?.holder === actor.person ? (['allocated'] as const) : []),
      ...(actor.provider === demoProvider ? (['sameProvider'] as const) : []),
    ],
    parties: ({ owner, holder }) => [
      { person: owner, role: 'candidate' },
      ...(holder === null ? [] : [{ person: holder, role: 'assessor' } as const]),
    ],
  });
const at = noon(10);
const key = workflowOf(keyMachine);

const cut: CutKey = { type: 'CutKey', owner: people.candidate.person, by: people.system, at };
const lend: LendKey = { type: 'LendKey', to: people.assessor.person, by: people.provider, at };
const back: GiveKeyBack = { type: 'GiveKeyBack', by: people.assessor, at };
const use: NoteUse = { type: 'NoteUse', door: 'store', by: people.assessor, at };
const onHook = given(key, book).after(cut);
const lent = onHook.after(lend);
const wornOut = lent.after(back).after(lend).after(back);

describe('a workflow answers every command', () => {
  test('with the fact, who did it and when, and the state that follows', () => {
    expect(key.decide(onHook.state, lend, book)).toEqual({
      ok: true,
      next: { status: 'lent', context: { owner: people.candidate.person, holder: people.assessor.person, lent: 1 } },
      facts: [{ type: 'KeyLent', to: people.assessor.person, by: people.provider, at }],
    });
  });

  test('with the sentence of the rule that stands against it, and what exactly is amiss', () => {
    expect(key.decide(onHook.state, { ...lend, to: people.candidate.person }, book)).toEqual({
      ok: false,
      refusals: [{ rule: 'KEY-2', says: 'A key is lent to somebody else.' }],
    });
    expect(lent.says({ ...use, door: '' })).toEqual([
      'A use names its door. This one names none.',
      'A door has a short name.',
    ]);
  });

  test('with every rule that stands against it, not only the first', () => {
    expect(lent.when({ ...use, door: '' })).toEqual({ refused: ['KEY-3', 'KEY-4'] });
  });

  test('with one of two ways where the road forks', () => {
    expect(lent.when(back)).toEqual({ facts: ['KeyCameBack'] });
    expect(lent.after(back).after(lend).when(back)).toEqual({ facts: ['KeyWoreOut'] });
  });

  test('K1 with the states in which it could be done', () => {
    expect(wornOut.when(lend)).toEqual({ refused: ['K1'] });
    expect(wornOut.says(lend)).toEqual(['This key is worn out; to lend key, it can be done while the key is on hook.']);
  });

  test('K1 even if no state has ever heard of it', () => {
    const unheard = { type: 'MeltKey', by: people.provider, at };
    // @ts-expect-error: TypeScript refuses it already; a caller without types must be told as well.
    expect(key.decide(onHook.state, unheard, book)).toEqual({
      ok: false,
      refusals: [{ rule: 'K1', says: 'This key is on hook; to melt key, no key knows this command.' }],
    });
  });

  test('K2 with who may do it', () => {
    expect(lent.says({ ...use, by: people.moderator })).toEqual([
      'Only the assessor to whom it is allocated or the candidate whose key it is may note use; you act as moderator.',
    ]);
    expect(onHook.says({ ...lend, by: people.stranger })).toEqual([
      'Only a provider of the same provider or an administrator may lend key; you act as provider.',
    ]);
  });

  test('K2 asks for role and relation together, not for one of them', () => {
    expect(lent.when({ ...use, by: people.otherAssessor })).toEqual({ refused: ['K2'] });
    expect(lent.when({ ...use, by: as('provider', people.assessor) })).toEqual({ refused: ['K2'] });
    expect(given(key, book).when({ ...cut, by: people.administrator })).toEqual({ refused: ['K2'] });
  });

  test('K3 before it is opened, and when it is opened again', () => {
    expect(given(key, book).says(lend)).toEqual(['There is no such key yet, so lend key has nothing to act on.']);
    expect(onHook.says(cut)).toEqual(['This key is open already.']);
    expect([given(key, book).when(lend), onHook.when(cut)]).toEqual([{ refused: ['K3'] }, { refused: ['K3'] }]);
  });

  test('K4 from somebody who stands elsewhere on the portfolio in a role that conflicts, also when it is opened', () => {
    const elsewhere = { involved: [{ person: people.provider.person, role: 'candidate' as const }] };
    const somebody = { involved: [{ person: people.moderator.person, role: 'candidate' as const }] };
    expect(onHook.when({ ...lend, ...elsewhere })).toEqual({ refused: ['K4'] });
    expect(onHook.when({ ...lend, ...somebody })).toEqual({ facts: ['KeyLent'] });
    const opening = { ...cut, by: people.provider };
    expect(given(key, book).when({ ...opening, ...elsewhere })).toEqual({ refused: ['K4'] });
    expect(given(key, book).when({ ...opening, ...somebody })).toEqual({ facts: ['KeyCut'] });
    expect(key.allows(null, { ...opening, ...elsewhere })).toBe(false);
    expect(key.allows(null, opening)).toBe(true);
  });

  test('takes a step only where every rule of it holds, not where one does', () => {
    expect(lent.when({ ...use, door: 'far too long a name' })).toEqual({ refused: ['KEY-4'] });
    expect(lent.when({ ...use, door: '' })).toEqual({ refused: ['KEY-3', 'KEY-4'] });
  });

  test('K4 from somebody who stands there in a role that conflicts', () => {
    expect(onHook.when({ ...lend, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
    expect(onHook.says({ ...lend, by: as('provider', people.candidate) })).toEqual([
      'You stand in this key as candidate, so you cannot act on it as provider.',
    ]);
  });

  test('with the rules of its opening', () => {
    expect(given(key, book).when({ ...cut, owner: people.system.person })).toEqual({ refused: ['KEY-1'] });
  });
});

describe('a workflow can be asked', () => {
  test('for its commands, the opening one first, and its states in the chart’s order', () => {
    expect(key.commands).toEqual(['CutKey', 'LendKey', 'GiveKeyBack', 'NoteUse']);
    expect(key.opening).toBe('CutKey');
    expect(key.states).toEqual(['onHook', 'lent', 'wornOut']);
  });

  test('for its rules, those of the opening too, and never for a fork', () => {
    expect(key.rules.map(({ id }) => id)).toEqual(['KEY-1', 'KEY-2', 'KEY-3', 'KEY-4']);
  });

  test('for the roles that may send a command', () => {
    expect(key.rolesFor('LendKey')).toEqual(['provider', 'administrator']);
    expect(key.rolesFor('NoteUse')).toEqual(['assessor', 'candidate']);
    expect(key.rolesFor('MeltKey')).toEqual([]);
  });

  test('for what an actor may do now', () => {
    const [home, away, gone] = [onHook.state, lent.state, wornOut.state];
    if (home === null || away === null || gone === null) throw new Error('a scenario has a state');
    expect(key.open(home, people.provider)).toEqual(['LendKey']);
    expect(key.open(home, people.assessor)).toEqual([]);
    expect(key.open(away, people.assessor)).toEqual(['GiveKeyBack', 'NoteUse']);
    expect(key.open(away, people.candidate)).toEqual(['NoteUse']);
    expect(key.open(home, people.stranger)).toEqual([]);
    expect(key.open(home, as('provider', people.candidate))).toEqual([]);
    expect(key.open(gone, people.provider)).toEqual([]);
  });

  test('whether it allows a command, whatever its state', () => {
    expect(key.allows(null, cut)).toBe(true);
    expect(key.allows(null, { ...cut, by: people.administrator })).toBe(false);
    expect(key.allows(wornOut.state, lend)).toBe(true);
    expect(key.allows(onHook.state, { ...lend, by: people.stranger })).toBe(false);
    expect(key.allows(onHook.state, { ...lend, by: as('provider', people.candidate) })).toBe(false);
    // @ts-expect-error: TypeScript refuses it already; a caller without types gets an answer, not an exception.
    expect(key.allows(onHook.state, { type: 'MeltKey', by: people.provider, at })).toBe(false);
  });

  test('for the steps of a state', () => {
    expect(key.steps('lent')).toMatchObject([
      { command: 'GiveKeyBack', target: 'wornOut', fact: 'KeyWoreOut' },
      { command: 'GiveKeyBack', target: 'onHook', fact: 'KeyCameBack', rules: [] },
      { command: 'NoteUse', target: 'lent', fact: 'UseNoted', rules: [{ id: 'KEY-3' }, { id: 'KEY-4' }] },
    ]);
    expect(key.steps('wornOut')).toEqual([]);
  });

  test('for its chart', () => {
    expect(chartOf(key)).toBe(`stateDiagram-v2
  [*] --> onHook: cut key
  state "on hook" as onHook
  state "lent" as lent
  state "worn out" as wornOut
  onHook --> lent: lend key
  lent --> lent: note use
  lent --> wornOut: give key back
  lent --> onHook: give key back
  wornOut --> [*]
`);
  });

  test('names are read as words', () => {
    expect([words('JudgeStandard'), words('awaitingAllocation'), words('open')]).toEqual([
      'judge standard',
      'awaiting allocation',
      'open',
    ]);
  });
});

describe('a workflow evolves', () => {
  test('by its facts alone to the state that its commands gave', () => {
    expect(key.replay(wornOut.facts)).toEqual(wornOut.state);
    expect(key.replay([])).toBeNull();
  });

  test('asking no rule: what is recorded is so', () => {
    const fact: KeyLent = { type: 'KeyLent', to: people.candidate.person, by: people.stranger, at };
    expect(key.evolve(onHook.state, fact)).toMatchObject({
      status: 'lent',
      context: { holder: people.candidate.person },
    });
  });

  test('never by a fact that cannot have happened', () => {
    const [keyCut, keyLent] = lent.facts;
    if (keyCut === undefined || keyLent === undefined) throw new Error('two facts were recorded');
    expect(() => key.evolve(null, keyLent)).toThrow('key begins with KeyCut, not KeyLent');
    expect(() => key.evolve(onHook.state, keyCut)).toThrow('KeyCut cannot happen to a key that is on hook');
    expect(() => key.evolve(lent.state, keyLent)).toThrow('KeyLent cannot happen to a key that is lent');
    expect(() => key.evolve(wornOut.state, { type: 'KeyCameBack', by: people.assessor, at })).toThrow(
      'cannot happen to a key that is worn out',
    );
    expect(() => key.replay([keyCut, keyLent, keyLent])).toThrow(TypeError);
  });

  test('leaves the state before as it was', () => {
    const before = JSON.stringify(onHook.state);
    onHook.after(lend);
    expect(JSON.stringify(onHook.state)).toBe(before);
  });
});

describe('a chart is refused when it is defined', () => {
  const kit = charting(keyFacts);
  const chart = (states: Parameters<typeof kit.createMachine>[0]['states']) =>
    kit.createMachine({
      id: 'key',
      initial: 'onHook',
      context: ({ input }) => input,
      ...(states === undefined ? {} : { states }),
    });

  test('if a step records nothing', () => {
    const silent = chart({ onHook: { on: { LendKey: { target: 'lent' } } }, lent: {} });
    expect(() => workflowOf(silent)).toThrow('key: onHook takes LendKey and records nothing');
  });

  test('if one fact leads from one state to two', () => {
    const forked = chart({
      onHook: {
        on: {
          LendKey: { target: 'lent', actions: kit.record('KeyLent') },
          GiveKeyBack: { target: 'gone', actions: kit.record('KeyLent') },
        },
      },
      lent: {},
      gone: {},
    });
    expect(() => workflowOf(forked)).toThrow('key: KeyLent leads from onHook to both lent and gone');
  });

  test('if a command could be refused by a fork, and so without a rule', () => {
    const dumb = chart({
      onHook: { on: { GiveKeyBack: { guard: kit.all(worn), target: 'gone', actions: kit.record('KeyWoreOut') } } },
      gone: {},
    });
    expect(() => workflowOf(dumb)).toThrow('key: onHook may take GiveKeyBack nowhere and not say why');
  });

  const twoStates = chart({
    onHook: { on: { LendKey: { target: 'gone', actions: kit.record('KeyLent') } } },
    gone: {},
  });

  test.each([
    ['if a state is nobody’s turn', { onHook: { owner: 'provider' } }, 'key: gone is nobody’s turn'],
    [
      'if a turn names a state that is not there',
      { onHook: { owner: 'provider' }, gone: null, lost: null },
      'key: lost is no state of the chart',
    ],
    [
      'if a state that leads on has no owner',
      { onHook: null, gone: null },
      'key: onHook leads on and is nobody’s turn',
    ],
    [
      'if a state that leads nowhere has one',
      { onHook: { owner: 'provider' }, gone: { owner: 'provider' } },
      'key: gone leads nowhere',
    ],
    [
      'if what is sent when a deadline passes is not known there',
      { onHook: { owner: 'provider', lapse: 'GiveKeyBack' }, gone: null },
      'key: onHook does not know GiveKeyBack, which is to be sent when it lapses',
    ],
  ] as const)('%s', (_title, turns, says) => {
    expect(() => workflowOf(twoStates, turns)).toThrow(says);
  });
});

describe('a deadline', () => {
  const lapsing = workflowOf(keyMachine, { ...keyTurns, lent: { owner: 'assessor', lapse: 'GiveKeyBack' } });
  const stateOf = (scenario: typeof lent) => {
    if (scenario.state === null) throw new Error('the key was cut');
    return scenario.state;
  };

  test('comes with the command that is sent when it passes, or with none where a person decides', () => {
    expect(lapsing.deadline(stateOf(lent))).toEqual({ at, clock: 'lend', command: 'GiveKeyBack' });
    expect(key.deadline(stateOf(lent))).toEqual({ at, clock: 'lend', command: null });
  });

  test('is null where no clock runs', () => {
    expect(lapsing.deadline(stateOf(onHook))).toBeNull();
  });
});

describe('a decision on many records', () => {
  const asked = (scenario: typeof lent, id: string, command: KeyCommand) => {
    if (scenario.state === null) throw new Error('the key was cut');
    return { id, state: scenario.state, command };
  };

  test('takes them all where each can be taken', () => {
    const together = decideAll(key, [asked(onHook, 'a', lend), asked(lent, 'b', back)], book);
    expect(together.ok && together.decided.map(({ id, next, facts }) => [id, next.status, facts.length])).toEqual([
      ['a', 'lent', 1],
      ['b', 'onHook', 1],
    ]);
  });

  test('takes none where one is refused, and names whose and why', () => {
    const together = decideAll(key, [asked(onHook, 'a', lend), asked(onHook, 'b', back)], book);
    expect(together).toEqual({
      ok: false,
      refusals: [
        {
          id: 'b',
          rule: 'K1',
          says: 'This key is on hook; to give key back, it can be done while the key is lent.',
        },
      ],
    });
  });

  test('is nothing decided where nothing is asked', () => {
    expect(decideAll(key, [], book)).toEqual({ ok: true, decided: [] });
  });
});

describe('the walk over every path', () => {
  const alphabet = { lend, back, use, 'lend to the owner': { ...lend, to: people.candidate.person } };

  test('finds every state, and agrees with the chart', () => {
    const paths = walk(key, cut, alphabet, book);
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(key.states));
    expect(paths.flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });

  test('notices a workflow that refuses what its chart takes, or replays to another state', () => {
    const refusing: typeof key = {
      ...key,
      decide: (state, command, given_) =>
        command === use ? { ok: false, refusals: [] } : key.decide(state, command, given_),
    };
    const found = walk(refusing, cut, alphabet, book).flatMap(({ disagreements }) => disagreements);
    expect(found).toContain('use was refused in lent though the chart takes it');
    expect(found).toContain('use was refused in lent without a rule');
    const forgetful: typeof key = { ...key, replay: () => null };
    expect(walk(forgetful, cut, alphabet, book)[0]?.disagreements).toContain('replaying the facts gives another state');
  });
});
