import type { Scheme } from '@assay/standards';
import { Text } from '@mantine/core';

import { counted } from '../../shared/formatting.ts';
import type { ReviewView } from '../../shared/marking/view.ts';
import { Note } from '../../shared/Note.tsx';

/** As which marker somebody marks, where others mark the same portfolio, and what that asks of them. */
export function MarkerNote({ view, scheme }: { readonly view: ReviewView; readonly scheme: Scheme }) {
  if (view.marker === 'first') return null;
  return (
    <div style={{ marginBottom: '1rem' }}>
      {view.marker === 'second' ? (
        <Note tone="open" title="You are the second marker">
          <Text size="sm">
            Another assessor marks this portfolio too, and neither of you sees the other’s marks before both reviews are
            sealed (R11). {notAsked(view, scheme)}
          </Text>
        </Note>
      ) : (
        <Note tone="open" title="You are the third marker">
          <Text size="sm">
            Two markers could not agree on{' '}
            {counted(view.scope.standards.length + view.scope.gates.length, 'point', 'points')}. You mark{' '}
            {view.scope.standards.length + view.scope.gates.length === 1 ? 'it' : 'these'} afresh, without their marks;
            then the middle one of the three scores is the score of record (R12).
          </Text>
        </Note>
      )}
    </div>
  );
}

/** The visit and the discussion are the first marker's. */
function notAsked({ scope }: ReviewView, { components }: Scheme): string {
  const others = components.filter(({ id, gate, by }) => gate && by === 'assessor' && !scope.gates.includes(id));
  if (others.length === 0) return '';
  const named = new Intl.ListFormat('en-GB').format(others.map(({ id, title }) => `${id} ${title}`));
  return `You rest on the portfolio alone: ${named} ${others.length === 1 ? 'is' : 'are'} the first marker’s.`;
}
