import type { Component } from '@assay/standards';
import { Button, Group, Progress } from '@mantine/core';

import { CommandProblem } from '../../shared/CommandOutcome.tsx';
import { formatBytes } from '../../shared/formatting.ts';
import { Note } from '../../shared/Note.tsx';
import { client } from '../../shared/server.ts';
import { useCommand } from '../../shared/useCommand.ts';
import { DescriptionForm } from './DescriptionForm.tsx';
import css from './evidence.module.css';
import type { Upload } from './Uploads.tsx';

type Props = {
  readonly upload: Upload;
  readonly submission: string;
  readonly components: readonly Component[];
  readonly onAway: () => void;
  readonly onAgain: () => void;
};

const withoutEnding = (name: string) => name.replace(/\.[^.]{1,5}$/, '').replaceAll(/[_-]+/g, ' ');

/** One file on its way in: progress, then its description; or why it was refused. */
export function UploadedFile({ upload, submission, components, onAway, onAgain }: Props) {
  const { file, progress, content, refused } = upload;
  const add = useCommand(client.evidence.add.mutate, { onSaved: onAway });
  return (
    <li className={css['upload']}>
      <p className={css['fileName']}>
        {file.name} <span className={css['small']}>{formatBytes(file.size)}</span>
      </p>
      {refused !== null && (
        <>
          <Note tone="bad" title={refused} announced />
          <Group mt="sm">
            <Button size="xs" variant="default" onClick={onAgain}>
              Try again
            </Button>
            <Button size="xs" variant="subtle" onClick={onAway}>
              Leave it out
            </Button>
          </Group>
        </>
      )}
      {refused === null && content === null && (
        <Group wrap="nowrap">
          <Progress value={progress * 100} aria-label={`Uploading ${file.name}`} style={{ flex: 1 }} />
          <span className={css['small']}>{Math.round(progress * 100)} %</span>
          <Button size="xs" variant="subtle" onClick={onAway}>
            Stop
          </Button>
        </Group>
      )}
      {refused === null && content !== null && (
        <DescriptionForm
          components={components}
          start={{ title: withoutEnding(file.name), component: null, method: 'document', dated: '' }}
          button="Add to the portfolio"
          saving={add.saving}
          onCancel={onAway}
          cancel="Leave it out"
          onSend={(described) => void add.send((commandId) => ({ commandId, submission, content, ...described }))}
        >
          <CommandProblem command={add} noun="portfolio" />
        </DescriptionForm>
      )}
    </li>
  );
}
