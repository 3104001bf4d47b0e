/** Where a candidate's story stands today. */
export type Ending =
  | 'empty'
  | 'someEvidence'
  | 'nearlyReady'
  | 'returned'
  | 'withdrawn'
  | 'submitted'
  | 'accepted'
  | 'allocated'
  | 'justBegun'
  | 'halfWay'
  | 'nearlySealed'
  | 'sealed'
  | 'batched';

export type Conferring = 'agreed' | 'underWay' | 'third';

/** One of the cast. Addresses end in demo.example, a name that can belong to nobody. */
export interface Role {
  readonly name: string;
  readonly email: string;
}

export interface CandidateRole extends Role {
  readonly cohort: 'finishing' | 'underWay';
  readonly route: 'standard' | 'research';
  readonly ending: Ending;
  /** Working days before today on which the portfolio was handed in; null where it was not. */
  readonly handedIn: number | null;
  /** Place in `assessors`. */
  readonly assessor: number;
  /** Place in `assessors` of who marks it a second time: R11 asks for it of each assessor's first portfolios. */
  readonly second: number | null;
  /** How far the second marker has come. */
  readonly secondUntil: 'allocated' | 'sealed';
  /** The standards on which the two lie apart, and confer. */
  readonly differsOn: readonly string[];
  /** How they conferred: to an agreement, not to its end yet, or to none, so that a third marked. */
  readonly conferring: Conferring;
  /** Place in `assessors` of the third marker. */
  readonly third: number | null;
  /** What a fair marker would give on the whole, 2 to 4. */
  readonly quality: number;
  /** Standards that are not achieved; an area's name stands for all of its standards. */
  readonly notAchieved: readonly string[];
}

const someone = (name: string): Role => ({
  name,
  email: `${(name.split(' ')[0] ?? '').toLowerCase()}.demo@demo.example`,
});

export const provider = 'Demo Valley Training Partnership';
export const administrator = someone('Ingrid Demo-Halvorsen');
export const staff = [someone('Margaret Demo-Ellery'), someone('Tunde Demo-Adeyemi')] as const;
export const moderators = [someone('Siân Demo-Prosser'), someone('Rafael Demo-Moreno')].map((role) => ({
  ...role,
  email: role.email.replace('siân', 'sian'),
}));
/** With their severity: what they give more or less than a fair marker would. */
export const assessors = [
  { ...someone('Helen Demo-Whitlock'), severity: -0.28 },
  { ...someone('Imran Demo-Sheikh'), severity: 0.05 },
  { ...someone('Catriona Demo-Baird'), severity: 0.3 },
  { ...someone('Kwame Demo-Boateng'), severity: -0.05 },
  // New this year: R11 has the first portfolios marked by a second beside.
  { ...someone('Marek Demo-Nowak'), severity: 0.1 },
] as const;

type Told = Partial<
  Pick<CandidateRole, 'route' | 'notAchieved' | 'second' | 'secondUntil' | 'differsOn' | 'conferring' | 'third'>
>;

function candidate(
  name: string,
  cohort: CandidateRole['cohort'],
  ending: Ending,
  handedIn: number | null,
  assessor: number,
  quality: number,
  told: Told = {},
): CandidateRole {
  return {
    ...someone(name),
    cohort,
    ending,
    handedIn,
    assessor,
    second: told.second ?? null,
    secondUntil: told.secondUntil ?? 'sealed',
    differsOn: told.differsOn ?? [],
    conferring: told.conferring ?? 'agreed',
    third: told.third ?? null,
    quality,
    route: told.route ?? 'standard',
    notAchieved: told.notAchieved ?? [],
  };
}

/** The 26 candidates, by how far they have come. */
export const candidates: readonly CandidateRole[] = [
  // First window of the finishing cohort: signed off and released.
  candidate('Amina Demo-Okafor', 'finishing', 'batched', 112, 0, 3.2, { second: 2 }),
  candidate('Gethin Demo-Rowlands', 'finishing', 'batched', 111, 1, 2.8, { second: 3 }),
  candidate('Priya Demo-Raman', 'finishing', 'batched', 109, 2, 3.0, { route: 'research', second: 0 }),
  candidate('Joanne Demo-Hartley', 'finishing', 'batched', 108, 3, 2.4, {
    notAchieved: ['SPF.S4', 'SPF.S8', 'MTO.S3'],
    second: 1,
    differsOn: ['MTO.S6'],
    conferring: 'third',
    third: 0,
  }),
  candidate('Stefan Demo-Kowalczyk', 'finishing', 'batched', 106, 0, 2.3, { notAchieved: ['BAR'], second: 2 }),
  // Second window: signed off, not released.
  candidate('Yasmin Demo-Farouk', 'finishing', 'batched', 46, 1, 2.7, { second: 3, differsOn: ['SPF.S2'] }),
  candidate('Deirdre Demo-Gallagher', 'finishing', 'batched', 45, 2, 3.1),
  candidate('Leroy Demo-Bennett', 'finishing', 'batched', 43, 3, 2.4, { notAchieved: ['BST.S6'], second: 1 }),
  // Third window: in moderation.
  candidate('Rosalind Demo-Asher', 'finishing', 'batched', 34, 0, 2.9),
  candidate('Chidi Demo-Nwosu', 'finishing', 'batched', 33, 1, 2.6),
  candidate('Mei Demo-Tan', 'finishing', 'batched', 32, 2, 3.3),
  candidate('Patrick Demo-Devlin', 'finishing', 'batched', 31, 3, 2.5),
  candidate('Fatima Demo-Siddiqui', 'finishing', 'sealed', 24, 0, 2.8),
  // By an assessor who is new: two who differ on three standards and confer, and a second marker who is to begin.
  candidate('Bronwen Demo-Parry', 'finishing', 'sealed', 28, 4, 2.7, {
    second: 1,
    differsOn: ['SFC.S3', 'SPF.S4', 'BST.S4'],
    conferring: 'underWay',
  }),
  candidate('Samir Demo-Khalil', 'finishing', 'sealed', 21, 4, 2.8, { second: 3, secondUntil: 'allocated' }),
  // The cohort that is under way.
  candidate('Eleanor Demo-Fenwick', 'underWay', 'nearlySealed', 22, 4, 2.9),
  candidate('Kofi Demo-Mensah', 'underWay', 'halfWay', 17, 2, 2.7),
  candidate('Nia Demo-Llewellyn', 'underWay', 'justBegun', 12, 3, 2.6),
  candidate('Daniel Demo-Abara', 'underWay', 'allocated', 7, 0, 2.6),
  candidate('Soraya Demo-Haddad', 'underWay', 'accepted', 7, 0, 2.6),
  candidate('Colette Demo-Marchand', 'underWay', 'submitted', 2, 0, 2.6),
  candidate('Tomasz Demo-Zielinski', 'underWay', 'returned', 12, 0, 2.6),
  candidate('Harriet Demo-Pemberton', 'underWay', 'nearlyReady', null, 0, 2.6),
  candidate('Jasmine Demo-Clarke', 'underWay', 'someEvidence', null, 0, 2.6),
  candidate('Owen Demo-Maddox', 'underWay', 'empty', null, 0, 2.6),
  candidate('Beatriz Demo-Carvalho', 'underWay', 'withdrawn', null, 0, 2.6),
];
