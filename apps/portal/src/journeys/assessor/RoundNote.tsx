import { Button, List, Text } from '@mantine/core';

import type { ReviewView } from '../../shared/marking/view.ts';
import { Note } from '../../shared/Note.tsx';

interface Props {
  readonly view: ReviewView;
  readonly onStandard: (code: string) => void;
}

/** What the moderator asks in this round; it stands again at each standard. */
export function RoundNote({ view, onStandard }: Props) {
  const queries = view.queries.filter(({ round }) => round === view.round);
  if (queries.length === 0) return null;
  return (
    <div style={{ marginBottom: '1rem' }}>
      <Note tone="attention" title={`Round ${view.round}: the moderator asks you to look again`}>
        <List listStyleType="none" mt={4} spacing={4} size="sm">
          {queries.map(({ standard, says }, index) => (
            <List.Item key={index}>
              <Button size="compact-sm" variant="default" mr="xs" onClick={() => onStandard(standard)}>
                {standard}
              </Button>
              <Text span size="sm">
                {says}
              </Text>
            </List.Item>
          ))}
        </List>
      </Note>
    </div>
  );
}
