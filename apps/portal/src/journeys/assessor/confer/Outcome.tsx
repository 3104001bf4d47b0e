import { Stack, Text } from '@mantine/core';

import { HowAgreed } from '../../../shared/marking/HowAgreed.tsx';
import { RestOfMarks } from '../../../shared/marking/RestOfMarks.tsx';
import type { Wording } from '../../../shared/marking/wording.ts';
import { Note } from '../../../shared/Note.tsx';
import { Panel } from '../../../shared/Panel.tsx';
import type { MarkingView } from '../../../shared/server.ts';

interface Props {
  readonly view: MarkingView;
  readonly wording: Wording;
  /** Whether the reader saw the conference end on this page. */
  readonly justNow: boolean;
}

/** A conference that is over, or that was never needed: what stands, how it came about, and what happens now. */
export function Outcome({ view, wording, justNow }: Props) {
  const own = view.own?.marker ?? null;
  const many = wording.standards.length + wording.gates.length - view.differences.length;
  return (
    <Stack gap="lg">
      {view.status === 'adjudicating' ? (
        <Note announced={justNow} tone="open" title="A third marker marks what the two did not agree on">
          <Text size="sm">
            They see neither mark. Once they seal, the middle one of the three is the score of record (R12). There is
            nothing for you to do.
          </Text>
        </Note>
      ) : (
        <Note announced={justNow} tone="good" title="Every score of record is settled">
          <Text size="sm">Moderation goes on from these. Only a moderator’s queries open the reviews again.</Text>
        </Note>
      )}
      {view.differences.length === 0 ? (
        <Text>The two marks lie apart nowhere, so there was nothing to confer on.</Text>
      ) : (
        <Panel title="Where the marks lay apart">
          <HowAgreed view={view} wording={wording} />
        </Panel>
      )}
      <RestOfMarks marking={view.marking} wording={wording} own={own} many={many} />
    </Stack>
  );
}
