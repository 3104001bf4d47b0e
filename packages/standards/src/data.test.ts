import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { shippedAppraisals, shippedFrameworks } from './files.ts';
import { statementsOf } from './index.ts';
import type { Framework, Passage } from './index.ts';

type Pinned = {
  /** Statements per area, in the order of the framework's kinds. */
  readonly counts: Readonly<Record<string, readonly number[]>>;
  readonly totals: readonly number[];
  readonly digest: string;
  readonly samples: Readonly<Record<string, string>>;
  /** Printed wording and mended wording of every statement that was mended. */
  readonly mended: Readonly<Record<string, readonly [printed: string, text: string]>>;
};

const pinned: Readonly<Record<string, Pinned>> = {
  'npqicl-2007': {
    counts: {
      LLD: [9, 6, 5],
      SFC: [10, 4, 4],
      BAR: [6, 5, 7],
      SPF: [10, 7, 5],
      MTO: [9, 7, 8],
      BST: [9, 4, 7],
    },
    totals: [53, 33, 36],
    digest: '0c49484213d71f85d4647da3ce5b23733276f1f6793ce595c6a7617063873988',
    samples: {
      'LLD.S1':
        'Review and evaluate learning, teaching and care practice to promote improvement in outcomes for children and families with a particular focus on the most disadvantaged',
      'LLD.S3': 'Establish a safe environment in which children can develop and learn',
      'SFC.S7':
        "Understand the protocols and procedures to be followed when there are concerns about children's safety and welfare, including the ways that information is shared",
      'BAR.K3':
        'Understands how to involve and engage the local community in the centre and how the centre can collaborate with and contribute to its local communities well-being',
      'MTO.S7':
        'Ensure that the policies, procedures and practices for safeguarding and promoting the welfare of children are implemented effectively',
      'BST.Q7': 'Seeks and accepts support and advice from others',
    },
    mended: {},
  },
  'prospect-ecs': {
    counts: {
      DSO: [11, 9, 6],
      PLC: [10, 8, 7],
      AEP: [7, 9, 8],
      PLT: [9, 5, 10],
      WDO: [12, 6, 13],
      DSP: [6, 9, 6],
    },
    totals: [55, 46, 50],
    digest: '38cc8e15226752d80cb8da778067305315cfe6f53bc1452277c93aa90fad43c1',
    samples: {
      'DSO.K1': 'Demonstrate a clear commitment to collegiality',
      'DSO.A1': 'Equality, social justice and inclusion',
      'AEP.A3': 'Self-evaluation of their own performance and taking appropriate consequent action',
      'PLT.K7': "Develop the culture of a 'learning organisation' and promote CPD opportunities for staff",
      'DSP.A6': 'Ensure that legal and regulatory responsibilities are being met.',
    },
    mended: {
      'AEP.S8': [
        'Help to build capacity of organisations to carry out rigorous and effective selfevaluation',
        'Help to build capacity of organisations to carry out rigorous and effective self-evaluation',
      ],
      'PLT.K5': [
        'Utilise appropriate assessment and evaluation techniques as a positive aid to promoting improved learning and\n- teaching child support processes',
        'Utilise appropriate assessment and evaluation techniques as a positive aid to promoting improved learning and teaching child support processes',
      ],
      'PLT.K6': [
        '- teaching child support processes\n Monitor and evaluate educational and well-being processes and outcomes',
        'Monitor and evaluate educational and well-being processes and outcomes',
      ],
      'WDO.K2': [
        'Different models and structures of learning organisations and their values/ belief systems and how they build capacity for sustainable development',
        'Different models and structures of learning organisations and their values/belief systems and how they build capacity for sustainable development',
      ],
      'WDO.S1': [
        'Lead and help individual organisations/ services and groups of organisations/ services to develop and improve strategic planning and partnership working',
        'Lead and help individual organisations/services and groups of organisations/services to develop and improve strategic planning and partnership working',
      ],
      'WDO.S5': [
        'Promote and support effective multiagency working',
        'Promote and support effective multi-agency working',
      ],
      'DSP.S3': [
        'Establish and support existing and new networks across educational establishments and other organisations/ services, and supporting the agencies that work with them.',
        'Establish and support existing and new networks across educational establishments and other organisations/services, and supporting the agencies that work with them.',
      ],
      'DSP.S9': [
        'Promote innovation and researchedbased approaches to evaluating outcomes.',
        'Promote innovation and researched-based approaches to evaluating outcomes.',
      ],
      'DSP.A2': [
        'Articulate a clear vision for organisational/ service improvement in specific contexts',
        'Articulate a clear vision for organisational/service improvement in specific contexts',
      ],
    },
  },
};

const sentences = (passages: readonly Passage[]) => passages.map((passage) => passage.text);

/** Every word taken over from the publication, in its order. */
const wordingOf = (framework: Framework): readonly (string | null)[] => [
  framework.title,
  ...framework.sections.flatMap((section) => [
    section.title,
    ...sentences(section.paragraphs),
    section.lead,
    ...sentences(section.items),
  ]),
  ...framework.areas.flatMap((area) => [
    area.title,
    ...sentences(area.introduction),
    ...area.groups.flatMap((group) => [group.heading, group.lead]),
    ...area.statements.map((statement) => `${statement.code} ${statement.text}`),
  ]),
];

const digestOf = (framework: Framework): string =>
  createHash('sha256').update(wordingOf(framework).join('\n')).digest('hex');

const shipped = shippedFrameworks();
const appraised = shippedAppraisals();

describe.for(shipped.map((entry) => [entry.framework.id, entry] as const))('%s', ([id, entry]) => {
  const { framework, scheme } = entry;
  const statements = statementsOf(framework);
  const letters = framework.kinds.map((kind) => kind.letter);
  const folder = new URL(`../data/${id}/`, import.meta.url);
  const expected = pinned[id];

  test('codes run without a gap, area by area and kind by kind', () => {
    const counted = framework.areas.flatMap((area) =>
      letters.flatMap((letter) =>
        area.statements
          .filter((statement) => statement.kind === letter)
          .map((_, index) => `${area.id}.${letter}${index + 1}`),
      ),
    );
    expect(statements.map((statement) => statement.code)).toEqual(counted);
  });

  test('no wording holds a doubled space, a bullet or mark-up of a conversion', () => {
    expect(wordingOf(framework).filter((text) => /\s\s|\n|▶|\*|^- /.test(text ?? ''))).toEqual([]);
  });

  test('every statement that contains a glossary term is listed with it', () => {
    for (const { term, statements: listed } of framework.glossary) {
      const inText = statements.filter(({ text }) => text.toLowerCase().includes(term.toLowerCase()));
      expect(listed, term).toEqual(inText.map((statement) => statement.code));
    }
  });

  test("every glossary term occurs in the publication's wording", () => {
    const all = wordingOf(framework).join('\n').toLowerCase();
    const strangers = framework.glossary.filter(({ term }) => !all.includes(term.toLowerCase()));
    expect(strangers).toEqual([]);
  });

  test('the folder holds its provenance and nothing but what is known', () => {
    const appraisal = appraised.find((shippedHere) => shippedHere.framework.id === framework.id);
    const known = [
      'PROVENANCE.md',
      'framework.json',
      ...(scheme ? ['scheme.json'] : []),
      ...(appraisal ? ['appraisal.json'] : []),
      ...(appraisal?.accreditation ? ['accreditation.json'] : []),
    ];
    expect(readdirSync(folder).toSorted()).toEqual(known.toSorted());
  });

  test('the provenance names every mended statement', () => {
    const provenance = readFileSync(new URL('PROVENANCE.md', folder), 'utf8');
    const mended = statements.filter((statement) => statement.sourceText !== undefined);
    expect(mended.filter(({ code }) => !provenance.includes(code))).toEqual([]);
  });

  test.runIf(expected)('counts per area and kind are those of the publication', () => {
    const counts = framework.areas.map((area) => [
      area.id,
      letters.map((letter) => area.statements.filter(({ kind }) => kind === letter).length),
    ]);
    expect(Object.fromEntries(counts)).toEqual(expected?.counts);
    expect(letters.map((letter) => statements.filter(({ kind }) => kind === letter).length)).toEqual(expected?.totals);
  });

  test.runIf(expected)('chosen statements read as printed, word for word', () => {
    for (const [code, text] of Object.entries(expected?.samples ?? {})) {
      expect(statements.find((statement) => statement.code === code)?.text, code).toBe(text);
    }
  });

  test.runIf(expected)('mended statements keep the printed wording beside the mended one', () => {
    const mended = statements
      .filter((statement) => statement.sourceText !== undefined)
      .map((statement) => [statement.code, [statement.sourceText, statement.text]]);
    expect(Object.fromEntries(mended)).toEqual(expected?.mended);
  });

  test.runIf(expected)('no wording has changed since it was compared with the publication', () => {
    const digest = digestOf(framework);
    expect(
      digest,
      `The wording in data/${id}/framework.json is not the one that was compared with the publication. ` +
        `Undo the change; or, if it corrects the text, keep the printed wording in sourceText with an editorialNote, ` +
        `list it in PROVENANCE.md and pin ${digest} in data.test.ts.`,
    ).toBe(expected?.digest);
  });
});

const npqicl = shipped.find(({ framework }) => String(framework.id) === 'npqicl-2007');

describe.runIf(npqicl)('the NPQICL scheme', () => {
  const scheme = npqicl?.scheme;

  test('says that it is illustrative', () => {
    expect(scheme).toMatchObject({ id: 'npqicl-default', edition: 1, status: 'illustrative' });
  });

  test('judges the 53 standards and covers the 69 other statements', () => {
    const kinds = npqicl ? statementsOf(npqicl.framework).map(({ kind }) => kind) : [];
    expect(kinds.filter((kind) => scheme?.judgedKinds.includes(kind))).toHaveLength(53);
    expect(kinds.filter((kind) => scheme?.coverageKinds.includes(kind))).toHaveLength(69);
  });

  test('reaches every area by at least two components on either route', () => {
    for (const route of scheme?.routes ?? []) {
      for (const area of npqicl?.framework.areas ?? []) {
        const reaching = scheme?.components.filter(
          (component) =>
            (component.route === null || component.route === route.id) && component.areas.includes(area.id),
        );
        expect(reaching?.length, `${area.id} on the ${route.id} route`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  test('has C4, C5 and C6 as its gates', () => {
    const gates = scheme?.components.filter((component) => component.gate).map(({ id }) => id);
    expect(gates).toEqual(['C4', 'C5', 'C6']);
  });

  test('flags the four safeguarding standards as critical', () => {
    expect(scheme?.critical).toEqual(['LLD.S3', 'SFC.S7', 'BAR.S3', 'MTO.S7']);
  });

  test('lets the word limits of either route come to the same', () => {
    const wordsOn = (route: string) =>
      scheme?.components
        .filter((component) => component.route === route)
        .reduce((sum, component) => sum + (component.words?.limit ?? 0), 0);
    expect(wordsOn('standard')).toBe(8000);
    expect(wordsOn('research')).toBe(8000);
  });
});

describe.for(appraised.map((entry) => [entry.framework.id, entry] as const))('the appraisal by %s', ([, entry]) => {
  const { framework, appraisal } = entry;

  test('says that it is illustrative', () => {
    expect(appraisal.status).toBe('illustrative');
  });

  test('has the four levels, from developing to shaping the system', () => {
    expect(appraisal.levels.map(({ level, name }) => [level, name])).toEqual([
      [1, 'Developing'],
      [2, 'Established'],
      [3, 'Leading'],
      [4, 'Shaping the system'],
    ]);
  });

  test('takes in every kind of statement in every area, and leaves room for five objectives in a year', () => {
    const letters = framework.kinds.map(({ letter }) => letter);
    expect(appraisal.elements).toEqual(framework.areas.map(({ id }) => ({ area: id, kinds: letters })));
    expect([appraisal.objectivesAtMost, appraisal.months]).toEqual([5, 12]);
  });

  test('gives every stage its clock, mid-year and year-end by the period', () => {
    const clocks = new Map(appraisal.clocks.map(({ id, value, unit }) => [id, `${value} ${unit}`]));
    expect(clocks.size).toBe(8);
    expect([clocks.get('mid-year'), clocks.get('year-end')]).toEqual(['6 months', '12 months']);
  });
});

describe('the appraisal by the second framework', () => {
  const prospect = appraised.find(({ framework }) => String(framework.id) === 'prospect-ecs');

  test.runIf(prospect)('makes actions the job description, knowledge and skills the person specification', () => {
    expect(prospect?.appraisal.outline).toEqual({ jobDescription: ['A'], personSpecification: ['K', 'S'] });
  });

  test.runIf(prospect)('is accredited by a scheme that scores all 151 statements on the levels', () => {
    const scheme = prospect?.accreditation;
    expect(scheme).toMatchObject({
      id: 'prospect-accreditation',
      status: 'illustrative',
      judgedKinds: ['K', 'S', 'A'],
    });
    expect(scheme?.scale.slice(1).map(({ score, name }) => ({ level: score, name }))).toEqual(
      prospect?.appraisal.levels.map(({ level, name }) => ({ level, name })),
    );
    expect(scheme?.components.filter(({ gate }) => gate).map(({ id }) => id)).toEqual(['C3', 'C4', 'C5']);
  });

  test.runIf(prospect)('is not among the schemes that decide what an installation assesses', () => {
    const listed = shipped.find(({ framework }) => framework.id === prospect?.framework.id);
    expect(Object.keys(listed ?? {})).toEqual(['framework', 'scheme']);
    expect(listed?.scheme).toBeNull();
  });
});
