import { componentId, type ComponentId, type Method } from '@assay/standards';

/** What one item of a portfolio is to be, before it is written or printed. */
export interface Outline {
  readonly kind: string;
  readonly title: string;
  readonly component: ComponentId;
  readonly method: Method;
  /** Areas that it may be claimed for. */
  readonly areas: readonly string[];
}

const everywhere = ['LLD', 'SFC', 'BAR', 'SPF', 'MTO', 'BST'];

function item(kind: string, component: string, method: Method, title: string, ...areas: readonly string[]): Outline {
  return { kind, title, component: componentId.parse(component), method, areas: areas.length > 0 ? areas : everywhere };
}

const shared = [
  item('account', 'C3', 'text', 'Accountability and organisation account', 'BAR', 'MTO'),
  item('budget', 'C3', 'document', 'Budget summary for the governing body', 'BAR', 'MTO'),
  item('safeguarding', 'C3', 'document', 'Safeguarding audit with findings', 'BAR', 'MTO'),
  item('journal', 'C4', 'text', 'Learning journal, synthesis'),
  item('witnessGovernors', 'C4', 'witness', 'Statement of the chair of governors'),
];

/** The items of a whole portfolio, by route, in the order in which candidates tend to gather them. */
export const outlines: Readonly<Record<'standard' | 'research', readonly Outline[]>> = {
  standard: [
    item('attendance', 'C1', 'document', 'Attendance over four terms', 'LLD', 'SFC'),
    item('inquiryA', 'C1', 'text', 'Inquiry A: whom do we reach?', 'LLD', 'SFC'),
    item('actionPlan', 'C2', 'document', 'Action plan, second year', 'SPF', 'BST'),
    item('outreach', 'C1', 'document', 'Outreach: plan and record of contacts', 'SFC', 'LLD'),
    item('teamMeeting', 'C2', 'document', 'Multi-agency team: meetings and programme', 'BST', 'SPF'),
    item('witnessHealth', 'C1', 'witness', 'Statement of the health visiting lead', 'SFC', 'LLD'),
    item('inquiryB', 'C2', 'text', 'Inquiry B: leading a change with the team', 'SPF', 'BST'),
    ...shared,
  ],
  research: [
    item('attendance', 'P1', 'document', 'Attendance over four terms', 'LLD', 'SFC'),
    item('inquiryA', 'P1', 'text', 'Research project, part 1: reach and learning', 'LLD', 'SFC'),
    item('outreach', 'P1', 'document', 'Outreach: plan and record of contacts', 'SFC', 'LLD'),
    item('actionPlan', 'P1', 'document', 'Action plan, second year', 'SPF', 'BST'),
    item('witnessHealth', 'P1', 'witness', 'Statement of the health visiting lead', 'SFC', 'LLD'),
    item('teamMeeting', 'P1', 'document', 'Multi-agency team: meetings and programme', 'BST', 'SPF'),
    item('inquiryB', 'P1', 'text', 'Research project, part 2: change and team', 'SPF', 'BST'),
    ...shared,
  ],
};

/** What a candidate has at an unfinished stage: the first so many items, and how many of them are declared. */
export const unfinished = {
  empty: { items: 0, declared: 0 },
  someEvidence: { items: 4, declared: 2 },
  nearlyReady: { items: 11, declared: 10 },
  withdrawn: { items: 3, declared: 1 },
} as const;
