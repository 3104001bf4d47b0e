import { componentId, statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, digestOf, instant, itemId, rulebook, submissionId } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { evidence, type EvidenceCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { framework, scheme } = npqicl;
const book = smallBook(scheme);
const whole = rulebook(framework, scheme);
/** A scheme in which no clock runs. */
const timeless = smallBook(scheme, { clocks: [] });

const at = noon(10);
const by = people.candidate;
const account = componentId.parse('C1');
const standard = statementCode.parse('ONE.S1');
const knowledge = statementCode.parse('ONE.K1');
const file = { hash: digestOf('the account'), bytes: 1200, mediaType: 'text/plain', name: 'account.txt' };
const otherFile = { ...file, hash: digestOf('the account, mended'), bytes: 1300 };
const description = {
  title: 'How the rota was changed',
  component: account,
  method: 'text',
  dated: day('2026-03-09'),
} as const;

const add: EvidenceCommand = {
  type: 'AddItem',
  item: itemId('item-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  ...description,
  content: file,
  route: 'standard',
  submissionOpen: true,
  by,
  at,
};
const describeAnew: EvidenceCommand = {
  type: 'DescribeItem',
  ...description,
  title: 'How the rota changed',
  content: null,
  by,
  at,
};
const claim: EvidenceCommand = { type: 'ClaimStatement', statement: standard, place: 'page 3', by, at };
const withdraw: EvidenceCommand = { type: 'WithdrawClaim', statement: standard, by, at };
const declare: EvidenceCommand = {
  type: 'DeclareItem',
  authorship: true,
  consent: true,
  anonymised: true,
  aiUse: ' none ',
  by,
  at,
};
const remove: EvidenceCommand = { type: 'RemoveItem', by, at };
const lock: EvidenceCommand = { type: 'LockItem', by: people.system, at };
const unlock: EvidenceCommand = { type: 'UnlockItem', by: people.system, at };

const markers = [people.assessor.person];
const reportMinor: EvidenceCommand = {
  type: 'ReportBreach',
  severity: 'minor',
  says: ' A child’s first name. ',
  place: ' page 2 ',
  markers,
  by: people.assessor,
  at,
};
const reportMajor: EvidenceCommand = { ...reportMinor, severity: 'major', says: ' A case file. ' };
const copy = { ...file, hash: digestOf('the account, without the name'), bytes: 1190 };
const correct: EvidenceCommand = { type: 'CorrectItem', content: copy, anonymised: true, by, at };
const lapse: EvidenceCommand = { type: 'LapseCorrection', by: people.system, at: noon(13) };
const release: EvidenceCommand = {
  type: 'ReleaseItem',
  reason: ' The file is a published one. ',
  by: people.moderator,
  at,
};
const raise: EvidenceCommand = {
  type: 'RaiseSafeguarding',
  says: ' A child tells of being hit. ',
  markers,
  by: people.assessor,
  at,
};
const clear: EvidenceCommand = {
  type: 'ClearSafeguarding',
  reason: ' Referred to the local authority. ',
  by: people.moderator,
  at,
};
const retain: EvidenceCommand = { type: 'RetainItem', keepUntil: null, by: people.system, at };
const twelveWeeksOn = instant('2026-06-02T22:59:59.999Z');
const destroy: EvidenceCommand = {
  type: 'DestroyItem',
  appealsOpen: false,
  by: people.system,
  at: instant('2026-06-02T23:00:00.000Z'),
};

const nothing = given(evidence, book);
const draft = nothing.after(add);
const declared = draft.after(declare);
const locked = declared.after(lock);
const returned = locked.after(reportMinor);
const quarantined = locked.after(reportMajor);
const held = locked.after(raise);
const retained = locked.after(retain);
const portfolio = {
  item: 'item-1',
  submission: 'submission-1',
  candidate: people.candidate.person,
  provider: demoProvider,
};

describe('an evidence item', () => {
  test('EVI-1 has a title, when it is added and when it is described anew', () => {
    expect(nothing.when({ ...add, title: ' ' })).toEqual({ refused: ['EVI-1'] });
    expect(draft.when({ ...describeAnew, title: '' })).toEqual({ refused: ['EVI-1'] });
    expect(declared.when({ ...describeAnew, title: '' })).toEqual({ refused: ['EVI-1'] });
  });

  test('EVI-2 belongs to a component of the scheme', () => {
    expect(nothing.when({ ...add, component: componentId.parse('C9') })).toEqual({ refused: ['EVI-2'] });
    expect(draft.when({ ...describeAnew, component: componentId.parse('C9') })).toEqual({ refused: ['EVI-2'] });
  });

  test('EVI-2 does not belong to the visit or the discussion, which the assessor records', () => {
    const inWhole = given(evidence, whole);
    for (const component of ['C5', 'C6'].map((id) => componentId.parse(id)))
      expect(inWhole.when({ ...add, component })).toEqual({ refused: ['EVI-2'] });
    expect(inWhole.when({ ...add, component: componentId.parse('C4') })).toEqual({ facts: ['ItemAdded'] });
  });

  test('EVI-2 belongs to a component of the candidate’s own route, also when it is described anew', () => {
    const inWhole = given(evidence, whole);
    const [inquiry, project] = ['C1', 'P1'].map((id) => componentId.parse(id));
    if (inquiry === undefined || project === undefined) throw new Error('two components were named');
    expect(inWhole.when({ ...add, component: project })).toEqual({ refused: ['EVI-2'] });
    expect(inWhole.when({ ...add, route: 'research', component: inquiry })).toEqual({ refused: ['EVI-2'] });
    const ofProject = inWhole.after({ ...add, route: 'research', component: project });
    expect(ofProject.when({ ...describeAnew, component: inquiry })).toEqual({ refused: ['EVI-2'] });
    expect(ofProject.when({ ...describeAnew, component: project })).toEqual({ facts: ['ItemDescribed'] });
  });

  test('EVI-3 has content that is not empty, when it is added and when its content is replaced', () => {
    expect(nothing.when({ ...add, content: { ...file, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(draft.when({ ...describeAnew, content: { ...otherFile, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(declared.when({ ...describeAnew, content: { ...otherFile, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(draft.after({ ...describeAnew, content: otherFile }).state?.context.content).toEqual(otherFile);
    expect(draft.after(describeAnew).state?.context.content).toEqual(file);
  });

  test('EVI-4 is dated today or earlier', () => {
    expect(nothing.when({ ...add, dated: day('2026-03-11') })).toEqual({ refused: ['EVI-4'] });
    expect(nothing.when({ ...add, dated: day('2026-03-10') })).toEqual({ facts: ['ItemAdded'] });
    expect(draft.when({ ...describeAnew, dated: day('2027-01-01') })).toEqual({ refused: ['EVI-4'] });
  });

  test('EVI-5 is claimed for statements of the framework, standards and knowledge alike', () => {
    expect(draft.when({ ...claim, statement: statementCode.parse('ONE.S9') })).toEqual({ refused: ['EVI-5'] });
    expect(draft.says({ ...claim, statement: statementCode.parse('ONE.S9') })[0]).toContain('There is no ONE.S9.');
    expect(draft.when({ ...claim, statement: knowledge })).toEqual({ facts: ['StatementClaimed'] });
    expect(draft.when(claim)).toEqual({ facts: ['StatementClaimed'] });
  });

  test('EVI-6 is claimed with the place where to look', () => {
    expect(draft.when({ ...claim, place: ' ' })).toEqual({ refused: ['EVI-6'] });
    expect(draft.after({ ...claim, place: ' page 3 ' }).state?.context.claims).toEqual({ 'ONE.S1': 'page 3' });
  });

  test('EVI-7 loses only a claim that was made', () => {
    expect(draft.when(withdraw)).toEqual({ refused: ['EVI-7'] });
    const claimed = draft.after(claim).after({ ...claim, statement: knowledge });
    expect(claimed.after(withdraw).state?.context.claims).toEqual({ 'ONE.K1': 'page 3' });
    expect(claimed.after(withdraw).when(withdraw)).toEqual({ refused: ['EVI-7'] });
  });

  test.each([
    ['authorship', { authorship: false }],
    ['consent', { consent: false }],
    ['anonymity', { anonymised: false }],
    ['the use of artificial intelligence', { aiUse: ' ' }],
  ])('EVI-8 is not declared while %s is open', (part, open) => {
    expect(draft.when({ ...declare, ...open })).toEqual({ refused: ['EVI-8'] });
    expect(draft.says({ ...declare, ...open })[0]).toContain(`Still open: ${part}.`);
  });

  test('EVI-8 is declared whole, and keeps what was said of artificial intelligence', () => {
    expect(declared.state).toMatchObject({ status: 'declared', context: { aiUse: 'none' } });
    expect(declared.facts.at(-1)).toMatchObject({
      type: 'ItemDeclared',
      authorship: true,
      consent: true,
      anonymised: true,
    });
  });

  test('EVI-9 is added while the submission is open', () => {
    expect(nothing.when({ ...add, submissionOpen: false })).toEqual({ refused: ['EVI-9'] });
  });

  test('is a draft again, to be declared again, once it is described anew', () => {
    expect(declared.after(describeAnew).state).toMatchObject({
      status: 'draft',
      context: { aiUse: null, title: 'How the rota changed' },
    });
  });

  test('stays declared while claims are made and withdrawn', () => {
    expect(declared.after(claim).state?.status).toBe('declared');
    expect(declared.after(claim).after(withdraw).state?.status).toBe('declared');
  });

  test.each([
    ['describe', describeAnew],
    ['claim', claim],
    ['withdraw a claim of', withdraw],
    ['declare', declare],
    ['remove', remove],
  ] as const)('K1 nobody can %s it once it is locked', (_verb, command) => {
    expect(locked.when(command)).toEqual({ refused: ['K1'] });
  });

  test('K1 is locked only once it is declared, and opened again only by a return', () => {
    expect(draft.when(lock)).toEqual({ refused: ['K1'] });
    expect(locked.after(unlock).state?.status).toBe('declared');
    expect(declared.after(remove).when(lock)).toEqual({ refused: ['K1'] });
  });

  test('K2 is the candidate’s own', () => {
    expect(nothing.when({ ...add, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
    for (const other of [people.otherCandidate, people.assessor, people.provider, people.administrator]) {
      expect(draft.when({ ...describeAnew, by: other })).toEqual({ refused: ['K2'] });
      expect(draft.when({ ...remove, by: other })).toEqual({ refused: ['K2'] });
    }
    expect(draft.when({ ...remove, by: as('provider', people.candidate) })).toEqual({ refused: ['K2'] });
    expect(declared.when({ ...lock, by: people.candidate })).toEqual({ refused: ['K2'] });
    expect(locked.when({ ...unlock, by: people.provider })).toEqual({ refused: ['K2'] });
  });
});

describe('an item in which confidentiality is broken', () => {
  test.each([reportMinor, reportMajor])('EVI-10 is reported with what the breach is and where: $severity', (report) => {
    expect(locked.when({ ...report, says: ' ' })).toEqual({ refused: ['EVI-10'] });
    expect(locked.when({ ...report, place: ' ' })).toEqual({ refused: ['EVI-10'] });
    expect(returned.when({ ...report, place: '' })).toEqual({ refused: ['EVI-10'] });
  });

  test('EVI-10 goes back to the candidate where the breach is minor, with the place and the time to correct it', () => {
    expect(returned.state?.status).toBe('returned');
    expect(returned.facts.at(-1)).toEqual({
      type: 'ItemReturned',
      ...portfolio,
      says: 'A child’s first name.',
      place: 'page 2',
      due: { at: '2026-03-12T23:59:59.999Z', clock: 'correct-minor-breach' },
      by: people.assessor,
      at,
    });
  });

  test('EVI-10 is quarantined where the breach is major, also when it is found while a minor one is corrected', () => {
    expect(quarantined.state?.status).toBe('quarantined');
    expect(quarantined.facts.at(-1)).toEqual({
      type: 'ItemQuarantined',
      ...portfolio,
      says: 'A case file.',
      place: 'page 2',
      by: people.assessor,
      at,
    });
    expect(returned.after(reportMajor).state).toMatchObject({ status: 'quarantined', context: { due: null } });
  });

  test('EVI-10 gives the time to correct anew when a second minor breach is found', () => {
    expect(returned.after({ ...reportMinor, at: noon(11) }).state).toMatchObject({
      status: 'returned',
      context: { due: { at: '2026-03-13T23:59:59.999Z' } },
    });
  });

  test('EVI-3 EVI-11 is corrected by another copy, which is not empty', () => {
    expect(returned.when({ ...correct, content: { ...copy, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(returned.when({ ...correct, content: file })).toEqual({ refused: ['EVI-11'] });
    const again = returned.after(correct).after(reportMinor);
    expect(again.when(correct)).toEqual({ refused: ['EVI-11'] });
    expect(again.when({ ...correct, content: otherFile })).toEqual({ facts: ['ItemCorrected'] });
  });

  test('EVI-12 is corrected by a copy that is declared anonymised', () => {
    expect(returned.when({ ...correct, anonymised: false })).toEqual({ refused: ['EVI-12'] });
  });

  test('is locked again once it is corrected: the copy stands beside what was submitted', () => {
    const corrected = returned.after(correct);
    expect(corrected.state).toMatchObject({
      status: 'locked',
      context: { content: file, corrected: copy, due: null, aiUse: 'none' },
    });
    expect(corrected.facts.at(-1)).toEqual({ type: 'ItemCorrected', ...portfolio, content: copy, by, at });
  });

  test('is worked on in its corrected copy when the submission is returned', () => {
    expect(returned.after(correct).after(unlock).state).toMatchObject({
      status: 'declared',
      context: { content: copy, corrected: null },
    });
    expect(locked.after(unlock).state?.context).toEqual(declared.state?.context);
  });

  test('EVI-13 EVI-14 is corrected until its time has passed, and lapses only then', () => {
    const last = instant('2026-03-12T23:59:59.999Z');
    const over = instant('2026-03-13T00:00:00.000Z');
    expect(returned.when({ ...correct, at: last })).toEqual({ facts: ['ItemCorrected'] });
    expect(returned.when({ ...correct, at: over })).toEqual({ refused: ['EVI-13'] });
    expect(returned.when({ ...lapse, at: last })).toEqual({ refused: ['EVI-14'] });
    expect(returned.when({ ...lapse, at: over })).toEqual({ facts: ['CorrectionLapsed'] });
  });

  test('EVI-14 is quarantined when it lapses', () => {
    expect(returned.after(lapse).state).toMatchObject({ status: 'quarantined', context: { due: null } });
    expect(returned.after(lapse).facts.at(-1)).toEqual({
      type: 'CorrectionLapsed',
      ...portfolio,
      by: people.system,
      at: noon(13),
    });
  });

  test('EVI-13 EVI-14 never lapses under a scheme that gives no time for it', () => {
    const waiting = given(evidence, timeless).after(add).after(declare).after(lock).after(reportMinor);
    expect(waiting.state?.context.due).toBeNull();
    expect(waiting.when(lapse)).toEqual({ refused: ['EVI-14'] });
    expect(waiting.when({ ...correct, at: noon(30) })).toEqual({ facts: ['ItemCorrected'] });
  });

  test('EVI-15 is released from quarantine with a reason', () => {
    expect(quarantined.when({ ...release, reason: ' ' })).toEqual({ refused: ['EVI-15'] });
    expect(quarantined.after(release).state).toEqual(locked.state);
    expect(evidence.replay(quarantined.after(release).facts)).toEqual(locked.state);
    expect(quarantined.after(release).facts.at(-1)).toEqual({
      type: 'ItemReleased',
      ...portfolio,
      reason: 'The file is a published one.',
      by: people.moderator,
      at,
    });
  });

  test('K2 says who may release it', () => {
    for (const other of [people.assessor, people.provider, people.candidate])
      expect(quarantined.says({ ...release, by: other })[0]).toContain(
        'Only a moderator of the same provider may release item',
      );
  });

  test('K2 is reported by whoever marks it, by a moderator or by the provider, and by nobody else', () => {
    for (const reader of [people.assessor, people.moderator, people.provider]) {
      expect(locked.when({ ...reportMinor, by: reader })).toEqual({ facts: ['ItemReturned'] });
      expect(locked.when({ ...raise, by: reader })).toEqual({ facts: ['SafeguardingRaised'] });
    }
    for (const other of [people.candidate, people.otherAssessor, people.stranger, people.administrator]) {
      expect(locked.when({ ...reportMinor, by: other })).toEqual({ refused: ['K2'] });
      expect(locked.when({ ...raise, by: other })).toEqual({ refused: ['K2'] });
    }
    expect(locked.when({ ...reportMinor, markers: [], by: people.assessor })).toEqual({ refused: ['K2'] });
    expect(returned.when({ ...correct, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(returned.when({ ...lapse, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(held.when({ ...clear, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(held.when({ ...clear, by: { ...people.moderator, provider: people.stranger.provider } })).toEqual({
      refused: ['K2'],
    });
  });

  test('K4 is neither released nor cleared by a moderator who stands on the portfolio in another role', () => {
    const involved = [{ person: people.moderator.person, role: 'assessor' }] as const;
    expect(quarantined.when({ ...release, involved })).toEqual({ refused: ['K4'] });
    expect(held.when({ ...clear, involved })).toEqual({ refused: ['K4'] });
    expect(held.when({ ...clear, by: as('moderator', people.candidate) })).toEqual({ refused: ['K4'] });
  });
});

describe('an item that gives rise to a safeguarding concern', () => {
  test('EVI-16 is held with what gives rise to it', () => {
    expect(locked.when({ ...raise, says: ' ' })).toEqual({ refused: ['EVI-16'] });
    expect(held.state?.status).toBe('safeguardingHold');
    expect(held.facts.at(-1)).toEqual({
      type: 'SafeguardingRaised',
      ...portfolio,
      says: 'A child tells of being hit.',
      by: people.assessor,
      at,
    });
  });

  test.each([
    ['locked', locked],
    ['returned', returned],
    ['quarantined', quarantined],
    ['retained', retained],
  ])('EVI-16 is held wherever somebody reads it: while %s', (_status, item) => {
    expect(item.after(raise).state).toMatchObject({ status: 'safeguardingHold', context: { due: null } });
  });

  test('EVI-17 is cleared with what was done, and then locked as any other', () => {
    expect(held.when({ ...clear, reason: '' })).toEqual({ refused: ['EVI-17'] });
    expect(held.after(clear).state).toEqual(locked.state);
    expect(evidence.replay(held.after(clear).facts)).toEqual(locked.state);
    expect(held.after(clear).facts.at(-1)).toEqual({
      type: 'SafeguardingCleared',
      ...portfolio,
      reason: 'Referred to the local authority.',
      by: people.moderator,
      at,
    });
    expect(returned.after(raise).after(clear).when(reportMinor)).toEqual({ facts: ['ItemReturned'] });
  });

  test.each([
    ['opened again', unlock],
    ['retained', retain],
    ['destroyed', destroy],
    ['corrected', correct],
  ] as const)('K1 is not %s while it is held', (_how, command) => {
    expect(held.when(command)).toEqual({ refused: ['K1'] });
  });
});

describe('an item after the award', () => {
  test('is kept for the time of the scheme, in quarantine too', () => {
    expect(retained.facts.at(-1)).toEqual({
      type: 'ItemRetained',
      ...portfolio,
      due: { at: twelveWeeksOn, clock: 'keep-work' },
      by: people.system,
      at,
    });
    expect(quarantined.after(retain).state).toMatchObject({
      status: 'retained',
      context: { due: { at: twelveWeeksOn } },
    });
    expect(returned.when(retain)).toEqual({ refused: ['K1'] });
  });

  test.each([
    ['2026-06-01', twelveWeeksOn],
    ['2026-06-03', '2026-06-03T22:59:59.999Z'],
  ])('is kept until %s only where that is later', (keepUntil, until) => {
    expect(locked.after({ ...retain, keepUntil: day(keepUntil) }).state?.context.due).toEqual({
      at: until,
      clock: 'keep-work',
    });
  });

  test('EVI-18 is kept without end under a scheme that says nothing, unless a day is named', () => {
    const kept = (keepUntil: string | null) =>
      given(evidence, timeless)
        .after(add)
        .after(declare)
        .after(lock)
        .after({ ...retain, keepUntil: keepUntil === null ? null : day(keepUntil) });
    expect(kept(null).state?.context.due).toBeNull();
    expect(kept(null).when({ ...destroy, at: instant('2099-01-01T00:00:00.000Z') })).toEqual({ refused: ['EVI-18'] });
    expect(kept('2026-04-01').state?.context.due).toEqual({ at: '2026-04-01T22:59:59.999Z', clock: 'keep-work' });
  });

  test('EVI-18 is destroyed once its time has passed, not before', () => {
    expect(retained.when({ ...destroy, at: twelveWeeksOn })).toEqual({ refused: ['EVI-18'] });
    expect(retained.when(destroy)).toEqual({ facts: ['ItemDestroyed'] });
  });

  test('EVI-19 is not destroyed while an appeal is open', () => {
    expect(retained.when({ ...destroy, appealsOpen: true })).toEqual({ refused: ['EVI-19'] });
  });

  test('EVI-19 leaves its hashes on record when it is destroyed', () => {
    expect(retained.after(destroy).facts.at(-1)).toMatchObject({
      type: 'ItemDestroyed',
      ...portfolio,
      hashes: [file.hash],
    });
    expect(returned.after(correct).after(retain).after(destroy).facts.at(-1)).toMatchObject({
      hashes: [file.hash, copy.hash],
    });
    expect(retained.after(destroy).state).toMatchObject({
      status: 'destroyed',
      context: { content: file, due: null },
    });
  });

  test('K2 is retained and destroyed by the product alone', () => {
    for (const other of [people.administrator, people.provider, people.moderator]) {
      expect(locked.when({ ...retain, by: other })).toEqual({ refused: ['K2'] });
      expect(retained.when({ ...destroy, by: other })).toEqual({ refused: ['K2'] });
    }
  });
});

describe('the deadlines of an evidence item', () => {
  test('are met by whoever’s turn it is', () => {
    expect(evidence.turns).toEqual({
      draft: { owner: 'candidate' },
      declared: { owner: 'candidate' },
      removed: null,
      locked: { owner: 'provider' },
      returned: { owner: 'candidate', lapse: 'LapseCorrection' },
      quarantined: { owner: 'moderator' },
      safeguardingHold: { owner: 'moderator' },
      retained: { owner: 'administrator', lapse: 'DestroyItem' },
      destroyed: null,
    });
  });

  test('run while it is returned and while it is retained, each with what is sent when they pass', () => {
    const running = ({ state }: typeof locked) => (state === null ? undefined : evidence.deadline(state));
    expect(running(returned)).toEqual({
      at: '2026-03-12T23:59:59.999Z',
      clock: 'correct-minor-breach',
      command: 'LapseCorrection',
    });
    expect(running(retained)).toEqual({ at: twelveWeeksOn, clock: 'keep-work', command: 'DestroyItem' });
    for (const item of [draft, declared, locked, quarantined, held, retained.after(destroy)])
      expect(running(item)).toBeNull();
  });
});

const alphabet: Record<string, EvidenceCommand> = {
  'describe anew': describeAnew,
  'replace the content': { ...describeAnew, content: otherFile },
  'replace by nothing': { ...describeAnew, content: { ...otherFile, bytes: 0 } },
  claim,
  'claim what is not there': { ...claim, statement: statementCode.parse('ONE.S9') },
  'withdraw the claim': withdraw,
  declare,
  'declare half': { ...declare, consent: false },
  remove,
  lock,
  unlock,
  'add again': add,
  'report a minor breach': reportMinor,
  'report a major breach': reportMajor,
  'report a breach nowhere': { ...reportMinor, place: '' },
  correct,
  'correct by the same': { ...correct, content: file },
  lapse,
  'lapse too early': { ...lapse, at },
  release,
  'release without a reason': { ...release, reason: '' },
  'raise a concern': raise,
  'raise nothing': { ...raise, says: '' },
  clear,
  'clear without a reason': { ...clear, reason: '' },
  retain,
  destroy,
  'destroy under an appeal': { ...destroy, appealsOpen: true },
};

describe('every path through the evidence item', () => {
  const paths = walk(evidence, add, alphabet, book, ({ claims, aiUse, corrected, due }) => [
    Object.keys(claims),
    aiUse,
    corrected?.hash,
    due?.at,
  ]);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(evidence.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(evidence, [add, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
