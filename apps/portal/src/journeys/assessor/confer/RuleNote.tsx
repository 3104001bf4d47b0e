import type { Scheme } from '@assay/standards';
import { Text } from '@mantine/core';

import { daysLeft, formatDay } from '../../../shared/formatting.ts';
import { apartWords, secondReasonWords } from '../../../shared/marking/apart.ts';
import { Note } from '../../../shared/Note.tsx';
import type { MarkingView } from '../../../shared/server.ts';
import { standingOf } from './standing.ts';

/** What R12 asks of the two, by when, and how far they are; it stays in sight above the panes. */
export function RuleNote({
  view,
  own,
  scheme,
}: {
  readonly view: MarkingView;
  readonly own: string;
  readonly scheme: Scheme;
}) {
  const open = view.differences.filter((one) => one.open).length;
  const toSay = view.differences.filter((one) => ['unsaid', 'apart'].includes(standingOf(one, own))).length;
  const due = view.dueAt === null ? '' : ` by ${formatDay(view.dueAt)} (${daysLeft(view.dueAt)})`;
  const reasons = new Intl.ListFormat('en-GB').format(view.reasons.map((reason) => secondReasonWords(reason, scheme)));
  return (
    <div style={{ marginBottom: '1rem' }}>
      <Note
        tone="attention"
        title={`${open} of ${view.differences.length} still to agree${due}${toSay === 0 ? ': it is the other marker’s turn' : ''}`}
      >
        <Text size="sm">
          Your marks {apartWords(scheme)}. What you both come to stand on, with a reason each, is the score of record;
          what you cannot agree on goes to a third marker, and the middle one of the three stands (R12).
          {reasons !== '' && ` Two marked this portfolio because it is ${reasons} (R11).`}
        </Text>
      </Note>
    </div>
  );
}
