import { List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useSuspenseQuery } from '@tanstack/react-query';

import { counted } from '../../shared/formatting.ts';
import type { BatchView, Releasable } from '../../shared/marking/view.ts';
import { Note } from '../../shared/Note.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { RuledButton } from '../../shared/RuledButton.tsx';
import { trpc } from '../../shared/server.ts';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import classes from './moderator.module.css';

/** The release of every result of the batch that is not held: all of them or none, as they are shown here. */
export function Release({ batch }: { readonly batch: BatchView }) {
  const { data: shown } = useSuspenseQuery(trpc.moderation.releasable.queryOptions({ batch: batch.batch }));
  const [confirming, { open, close }] = useDisclosure();
  if (shown.waiting.length === 0) return <NothingWaits shown={shown} />;
  const results = counted(shown.waiting.length, 'result', 'results');
  const proposes = shown.secondPerson && shown.proposed?.stands !== true;
  const own = shown.secondPerson && shown.proposed?.stands === true && shown.proposed.mine;
  return (
    <Panel title="Release the results">
      <Stack>
        <Text size="sm">
          {counted(shown.waiting.length, 'result waits', 'results wait')}: {outcomes(shown)}. All are released at once,
          or none is.
        </Text>
        <Held shown={shown} />
        <Text size="sm">
          Digest of what is released: <span className={classes['digest']}>{shown.digest}</span>
        </Text>
        {shown.secondPerson && <Proposal shown={shown} />}
        {!own && (
          <RuledButton because={[]} onClick={open}>
            {proposes ? `Propose to release ${results}` : `Release ${results}`}
          </RuledButton>
        )}
      </Stack>
      <ReleaseDialog shown={shown} proposes={proposes} opened={confirming} onClose={close} />
    </Panel>
  );
}

function outcomes({ waiting }: Releasable): string {
  const count = (outcome: string) => waiting.filter((award) => award.outcome === outcome).length;
  return `${count('pass')} pass, ${count('refer')} refer, ${count('fail')} fail`;
}

function NothingWaits({ shown }: { readonly shown: Releasable }) {
  const { released } = shown;
  return (
    <Note
      tone={released > 0 ? 'good' : 'neutral'}
      title={released > 0 ? `${counted(released, 'result is', 'results are')} released` : 'No award waits for release'}
    >
      <Held shown={shown} />
    </Note>
  );
}

function Held({ shown: { held } }: { readonly shown: Releasable }) {
  if (held.length === 0) return null;
  return (
    <div>
      <Text size="sm">
        {counted(held.length, 'result is', 'results are')} held and not released. Lift the hold, then release again:
      </Text>
      <List size="sm" mt={4}>
        {held.map(({ award, candidateName }) => (
          <List.Item key={award}>{candidateName}</List.Item>
        ))}
      </List>
    </div>
  );
}

/** The scheme has one moderator propose a release and another one confirm it. */
function Proposal({ shown: { proposed } }: { readonly shown: Releasable }) {
  if (proposed === null)
    return <Text size="sm">The scheme asks for two: you propose the release, and another moderator confirms it.</Text>;
  if (!proposed.stands)
    return <Text size="sm">What {proposed.by} proposed has changed since, so it is proposed anew.</Text>;
  return (
    <Text size="sm">
      {proposed.mine
        ? 'You proposed this release. Another moderator confirms it.'
        : `${proposed.by} proposed exactly this release. You confirm it.`}
    </Text>
  );
}
