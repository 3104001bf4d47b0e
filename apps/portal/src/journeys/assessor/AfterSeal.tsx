import type { Scheme } from '@assay/standards';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { formatDay } from '../../shared/formatting.ts';
import { LinkButton } from '../../shared/LinkButton.tsx';
import { apartWords } from '../../shared/marking/apart.ts';
import type { ReviewView } from '../../shared/marking/view.ts';
import { Note } from '../../shared/Note.tsx';
import { trpc } from '../../shared/server.ts';
import type { RouterOutputs } from '../../shared/server.ts';

type After = RouterOutputs['marking']['ofReview'];

/** That a review is sealed, and what happens now, as far as its marker may know. */
export function AfterSeal({ view, scheme }: { readonly view: ReviewView; readonly scheme: Scheme }) {
  const { data: after = null } = useQuery(trpc.marking.ofReview.queryOptions({ review: view.review }));
  const { says, link } = whatNow(after, view.marker, scheme);
  return (
    <Note tone={after?.status === 'discrepant' ? 'attention' : 'good'} title="This review is sealed">
      <Text size="sm">It can be read, not changed. Only a moderator’s queries open it again, as a new round.</Text>
      <Text size="sm" mt={6}>
        {says}
      </Text>
      {after === null ? (
        <LinkButton to="/queue" mt="sm" size="xs" variant="default">
          Back to the queue
        </LinkButton>
      ) : (
        <LinkButton
          to="/marking/$marking"
          params={{ marking: after.marking }}
          mt="sm"
          size="xs"
          variant={after.status === 'discrepant' ? 'filled' : 'default'}
        >
          {link}
        </LinkButton>
      )}
    </Note>
  );
}

/** The first marker is not told whether there is a second: what R11 asks is told, and what comes of it. */
function whatNow(after: After, marker: string, scheme: Scheme): { readonly says: string; readonly link: string } {
  switch (after?.status) {
    case 'discrepant':
      return {
        says: `Now you confer with the other marker: your marks ${apartWords(scheme)} on some of them${after.dueAt === null ? '' : `. You both have until ${formatDay(after.dueAt)}`}.`,
        link: 'Confer',
      };
    case 'adjudicating':
      return {
        says: 'Now a third marker marks what the two of you did not agree on. There is nothing for you to do.',
        link: 'See both marks',
      };
    case 'agreed':
      return {
        says: 'Every score of record is settled, and moderation goes on from these.',
        link: 'See how the scores of record came about',
      };
    default:
      return {
        says:
          marker === 'first'
            ? 'Now it goes to moderation. Where R11 asks for a second marker, they mark it before that without seeing your marks; if the two of you lie apart, you are asked to confer.'
            : 'Once the other review is sealed too, both are laid side by side; if the two of you lie apart, you are asked to confer.',
        link: '',
      };
  }
}
