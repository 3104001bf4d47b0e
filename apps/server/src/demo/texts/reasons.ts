import { pick } from '../seeded.ts';

/** What each judged standard is about, as an assessor would name it in half a line. By code. */
const subjects: Readonly<Record<string, string>> = {
  'LLD.S1': 'the review of practice with the most disadvantaged families in view',
  'LLD.S2': 'how effective practice is found and passed on',
  'LLD.S3': 'the safe and challenging environment',
  'LLD.S4': 'the learning culture among children, families and staff',
  'LLD.S5': 'the way in which parents’ knowledge of their child is asked for and used',
  'LLD.S6': 'the help for parents to return to study and work',
  'LLD.S7': 'respect for cultures and beliefs and equal access to learning',
  'LLD.S8': 'the candidate’s own professional development',
  'LLD.S9': 'the experiences that raise expectations',
  'SFC.S1': 'the raising of families’ aspirations for learning and health',
  'SFC.S2': 'outreach to the families who are least often seen',
  'SFC.S3': 'the use of common assessment and of shared information',
  'SFC.S4': 'the programme and how it is made known',
  'SFC.S5': 'the part of the wider community and of parents’ views in shaping services',
  'SFC.S6': 'the use of local initiatives and resources',
  'SFC.S7': 'the protocols for concerns about a child’s safety',
  'SFC.S8': 'a culture that reflects the diversity of the community',
  'SFC.S9': 'the challenge to prejudice and the handling of harassment',
  'SFC.S10': 'plans that build on the strengths of child and family',
  'BAR.S1': 'accountability to governors, parents, staff and the authority',
  'BAR.S2': 'the efficiency of the centre and its financial future',
  'BAR.S3': 'compliance with the law, safeguarding above all',
  'BAR.S4': 'the cycle of writing, monitoring and auditing policies',
  'BAR.S5': 'the information and advice given to the governing body',
  'BAR.S6': 'the objective review of the candidate’s own performance',
  'SPF.S1': 'the shared making of values and vision',
  'SPF.S2': 'vision and values in everyday practice',
  'SPF.S3': 'openness to innovation and the power given to others',
  'SPF.S4': 'the monitoring of services and their improvement',
  'SPF.S5': 'whole-centre self-evaluation',
  'SPF.S6': 'networks with other centres and extended schools',
  'SPF.S7': 'the anticipation and leading of change',
  'SPF.S8': 'critical reflection and practitioner research',
  'SPF.S9': 'the strategic plan made with the governing body',
  'SPF.S10': 'the development of future leaders',
  'MTO.S1': 'the organisational structure and its value for money',
  'MTO.S2': 'the development plan and the policies under it',
  'MTO.S3': 'financial planning and best value',
  'MTO.S4': 'motivation, the candidate’s own and that of the staff',
  'MTO.S5': 'priorities where boundaries between organisations shift',
  'MTO.S6': 'models of shared leadership',
  'MTO.S7': 'the safeguarding procedures as they are carried out',
  'MTO.S8': 'the system of performance management',
  'MTO.S9': 'targets set and outcomes raised through performance management',
  'BST.S1': 'the deployment of a multi-disciplinary team',
  'BST.S2': 'trust and integrated working within and beyond the centre',
  'BST.S3': 'leadership in others',
  'BST.S4': 'the effectiveness of the team',
  'BST.S5': 'professional development for team working',
  'BST.S6': 'conflict and unpopular decisions',
  'BST.S7': 'relationships and debate with other agencies',
  'BST.S8': 'staff who pioneer new ways of working together',
  'BST.S9': 'objectives and development linked to outcomes',
};

/** What the demo's portfolios tell of each standard, as an assessor would sum it up. By code. */
const seen: Readonly<Record<string, string>> = {
  'LLD.S1':
    'three colleagues of different professions watched the same sessions, and what they saw decided what was changed',
  'LLD.S2': 'effective practice is named, tried by others and looked at again, not only praised',
  'LLD.S3': 'the garden became more adventurous and stayed safe, with checks and near misses on record',
  'LLD.S4': 'learning is visible from the kitchen to the baby room, and volunteers plan beside staff',
  'LLD.S5': 'families bring the starting point, and most learning journeys hold an entry by a parent',
  'LLD.S6': 'parents who had left school early began, finished and went on, and the numbers are given for each course',
  'LLD.S7': 'parents walked the building and named where they felt expected; entrance, forms and songs changed',
  'LLD.S8': 'the journal shows a habit questioned, others asked, and something done differently',
  'LLD.S9': 'small first successes led families to take on more, for themselves and for the street',
  'SFC.S1': 'parents lead the first sessions of groups, and families report what they now do at home',
  'SFC.S2':
    'the list of births was laid beside the register, and the streets that were missing were sought out where people are',
  'SFC.S3': 'the common assessment was filled in with the parents at the table, from the strengths downwards',
  'SFC.S4': 'the programme was remade by those who could not read it, in several languages and as a recording',
  'SFC.S5': 'fathers were given a key and a budget, and their view changed the hours of two other groups',
  'SFC.S6': 'the regeneration board and the housing office lent rooms, and contacts by place are compared',
  'SFC.S7': 'concerns were passed on the same day, with what was shared, with whom and on what ground',
  'SFC.S8': 'workers come from the neighbourhoods, and new families are met on their own terms',
  'SFC.S9': 'rules of welcome are known, incidents are recorded, and those reported were followed through',
  'SFC.S10': 'the family chose the order of the work, and the plan was reviewed with them',
  'BAR.S1': 'parents’ forum, governors and authority hear the same account, and the forum found what others had not',
  'BAR.S2': 'the overspend was worked off line by line, and three cases for next year are put plainly',
  'BAR.S3': 'duties are listed with the person responsible, and an audit without notice tested them',
  'BAR.S4': 'fewer policies, each tested in practice, and both the policy and the practice mended',
  'BAR.S5': 'the same figures go out a week before each meeting, with what is uncertain marked',
  'BAR.S6': 'written comments were collected by an outsider, and an objective came of them',
  'SPF.S1': 'the vision grew out of many short conversations and is in families’ words',
  'SPF.S2': 'the sentence “known by name” is asked after in every team meeting',
  'SPF.S3': 'two doubters were asked to design the mobile team, and did',
  'SPF.S4': 'one service, one question, a few figures and two voices lead to one decision each half term',
  'SPF.S5': 'staff of all disciplines take turns in leading the cycle of self-evaluation',
  'SPF.S6': 'four centres share a calendar and a therapist, and a table shows what each gains',
  'SPF.S7': 'the housing plans were brought to governors long before the first family moved in',
  'SPF.S8': 'small inquiries by staff have time set free for them and change practice, limits included',
  'SPF.S9': 'each aim of the plan has a governor and a member of staff, with milestones reviewed in the open',
  'SPF.S10': 'colleagues have led the centre for a fortnight with a mentor and a real budget',
  'MTO.S1': 'teams were regrouped around neighbourhoods, and both cost and waiting time are compared',
  'MTO.S2': 'the development plan is written with parents and staff, costed and checked against duties',
  'MTO.S3': 'cost is set beside whom a service reaches, and a popular group was changed for it',
  'MTO.S4': 'a page every Friday told staff what was known and what was not, through a hard term',
  'MTO.S5': 'promises were kept to what could be kept while partners came and went',
  'MTO.S6': 'several models of shared leadership were tried, and the group has decided against its head',
  'MTO.S7': 'procedures are walked through at bad moments, and gaps found that way are closed',
  'MTO.S8': 'every member of staff has a few objectives and sees the figures for them',
  'MTO.S9': 'one case of missing progress was taken step by step to a good end, fairly and on paper',
  'BST.S1': 'professions that had shared a corridor invented the joint visit before a birth',
  'BST.S2': 'agencies wrote down together what they share, and actions are kept in time',
  'BST.S3': 'the cook leads a project of her own and reports to the governors herself',
  'BST.S4': 'the team reviews itself twice a year, and the lowest answer is worked on',
  'BST.S5': 'learning follows from what families need, half of it in pairs across professions',
  'BST.S6': 'the crèche was closed on one day after everyone had been heard, and the decision was reviewed in public',
  'BST.S7': 'the chair moves between agencies, and one disagreement is asked for each time',
  'BST.S8': 'new ways of working are tried for four weeks and decided on by those who do them',
  'BST.S9': 'objectives draw on the same page as the training, and practice was observed again afterwards',
};

/** By score: what can be said at that level of the scale. `{s}` is the subject, `{E}` the evidence, `{seen}` what it tells. */
const frames: Readonly<Record<number, readonly string[]>> = {
  1: [
    'In {E} the candidate describes what was done about {s}, but not why this was chosen. The effect on families is asserted and not shown.',
    'On {s} one routine case is described. There is little analysis, and the figures named in {E} are not followed up.',
    'What the candidate did about {s} is told clearly in {E}; alternatives are not weighed and no result is evaluated.',
    'In {E} the candidate touches on {s}. The account stays with the candidate’s own actions, and what it meant for the most disadvantaged families is not looked at.',
  ],
  2: [
    '{seen} ({E}). The choice is justified against one that was not made, and what it did for families is weighed.',
    '{seen}. {E} support each other; the evidence is read critically, though over a short time.',
    'From {E}: {seen}. The reasoning can be followed to its result. What others took from it is not yet shown.',
    '{E} show that {seen}. Sound analysis, which stays within the centre.',
    '{seen}, as {E} show. A decision, its reasons and its result are there; a second cycle would have made it strong.',
    'Meets the standard: {seen} ({E}). Results for the families who come least often are looked at separately.',
  ],
  3: [
    '{seen} ({E}). Sustained for more than a year, and partners have taken up the approach.',
    '{E} show that {seen}. Views of several professions are brought together into a changed approach.',
    'Strong: {seen}. {E} name the limits as well, and colleagues’ practice has changed in ways that the figures show.',
    'From {E}: {seen}. Theory is used to question the candidate’s own practice, and others now work in this way.',
    '{seen}. The candidate draws health and education views together in {E} and has influenced how others do it.',
  ],
  4: [
    '{seen} ({E}). Original, taken up by other centres, and its short and long term effects are weighed with unusual care.',
    'Outstanding: {seen}. Amid many pressures the candidate found a way that did not exist before; {E} show its effect on the local system.',
    '{E} show that {seen}, at a level from which others can learn: transferable, honest about cost, and evaluated over more than a year.',
  ],
};

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A reason of one or two sentences for a score on the scale, fitting the standard and the evidence that it rests on. */
export function reasonFor(key: string, standard: string, score: number, evidence: readonly string[]): string {
  const subject = subjects[standard] ?? 'this standard';
  const named = new Intl.ListFormat('en-GB').format(
    evidence.map((source) => (source === 'visit' || source === 'discussion' ? `the ${source}` : source)),
  );
  const frame = pick(key, frames[score] ?? []);
  const told = frame.replace(/\{(s|E|seen)\}/g, (_all, name: string) =>
    name === 'E' ? named : name === 's' ? subject : (seen[standard] ?? subject),
  );
  return capital(told);
}

/** Why a gate is met, by component. */
export const gateReasons: Readonly<Record<string, readonly string[]>> = {
  C4: [
    'The journal draws its entries together and shows how the candidate’s view changed.',
    'A reflective synthesis across all six areas; the later entries question the earlier ones.',
  ],
  C5: [
    'What was seen on the visit agrees with the portfolio, in the rooms, the records and in conversation with staff and parents.',
    'The day confirmed the accounts; two small differences were explained from the records.',
  ],
  C6: [
    'The candidate answered at least one question on each area in depth and without notes.',
    'Well-founded answers on every area. Asked about a weak point, the candidate named it first.',
  ],
};

/** Why a statement of knowledge or qualities needs no evidence of its own. */
export const waiverReasons: readonly string[] = [
  'The centre has no provision of its own in this field at present; the candidate’s understanding was clear in the discussion.',
  'A partner organisation is responsible for this here. The agreement with it was seen on the visit.',
  'Not evidenced in writing. Asked about it in the discussion, the candidate gave a full account, so nothing further is required.',
];

/** What an assessor writes of the day at the centre. */
export const visitAccounts: readonly string[] = [
  'I spent the day at the centre. I joined the morning stay and play, walked the building and the garden with the health and safety lead, read the single record of checks and six supervision records, and spoke with four members of staff, two parents and the chair of governors. What I saw of the greeting at the door, of the entries by parents in the learning journeys and of the recording of concerns agrees with the portfolio. A volunteer told me without being asked whom she would go to with a worry.',
  'The day began with the multi-agency meeting, in which the candidate took part without chairing. I saw the action list read first. I observed two rooms, read a sample of plans and minutes, and talked with parents in the café and with two partners by telephone. Staff could say what the development plan meant for their week. The fathers’ group had left the mud kitchen in use. The figures in the attendance paper agree with the register of the last two terms.',
  'I arrived for breakfast and stayed for the evening meeting of the parents’ forum, at which the candidate was asked two hard questions and answered both. Records of performance reviews, of budget decisions and of the policy audit were open to me. I looked for the practice described in the accounts and found it in all rooms but one, where a new member of staff was being shown how.',
];

/** What an assessor writes of the professional discussion. */
export const discussionAccounts: readonly string[] = [
  'One hour, with questions on each of the six areas. The candidate spoke about choices and about what had been given up for them, most fully on outreach and on the budget. On conflict in the team the candidate described a mistake before I asked. On legislation the answers were exact, with an example for each duty.',
  'We spoke about each area in turn. I asked which of the decisions the candidate would take differently today; the answers were specific and agreed with the journal. The part on self-evaluation was shorter than the rest. Questions on safeguarding were answered at once and in full.',
  'A lively hour. The candidate brought a table of the year’s figures and let me choose the line. Asked about the most disadvantaged families, they spoke of the streets that are still not reached and of what would be tried next.',
];

/** What stands before the reason when a standard is judged again after a moderator's query. */
export const judgedAgain = {
  stands: 'Read again after the moderator’s query; the score stands.',
  changed:
    'Read again after the moderator’s query. The effect is shown for a shorter time than I had taken it, so the score is one lower.',
} as const;
