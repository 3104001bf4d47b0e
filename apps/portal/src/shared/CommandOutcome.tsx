import { Button, List } from '@mantine/core';

import { formatTime } from './formatting.ts';
import { Note } from './Note.tsx';
import type { FieldFlaw, Problem, Refusal } from './problems.ts';
import { queryClient } from './server.ts';
import css from './shared.module.css';
import { SignInAgain } from './SignInAgain.tsx';
import type { Command } from './useCommand.ts';

/** Sentences of rules, each with the id that a log line and a test say too. */
export function Refusals({
  refusals,
  title = 'This cannot be done yet',
  announced = false,
}: {
  refusals: readonly Refusal[];
  title?: string;
  announced?: boolean;
}) {
  if (refusals.length === 0) return null;
  return (
    <Note tone="attention" title={title} announced={announced}>
      <List mt={4} spacing={2} size="sm">
        {refusals.map(({ rule, says }, index) => (
          <List.Item key={`${rule}-${index}`}>
            {says} <span className={css['rule']}>Rule {rule}</span>
          </List.Item>
        ))}
      </List>
    </Note>
  );
}

/** Somebody was faster. Loading the newer version leaves what stands in the form where it is. */
export function Clash({ onLoad, noun = 'record' }: { onLoad?: (() => void) | undefined; noun?: string | undefined }) {
  const load = () => {
    void queryClient.invalidateQueries().then(() => onLoad?.());
  };
  return (
    <Note tone="attention" title="Somebody was faster" announced>
      <p style={{ margin: '0.25rem 0 0.75rem' }}>
        This {noun} was changed, here in another window or by another person, after you opened it. Nothing was
        overwritten. Load the newer version: what you typed stays in the form, and you can save again.
      </p>
      <Button size="xs" variant="default" onClick={load}>
        Load the newer version
      </Button>
    </Note>
  );
}

export function FieldFlaws({ fields }: { fields: readonly FieldFlaw[] }) {
  return (
    <Note tone="bad" title="Please mend these fields" announced>
      <List mt={4} spacing={2} size="sm">
        {fields.map(({ path, says }) => (
          <List.Item key={path + says}>
            {says} <span className={css['rule']}>{path}</span>
          </List.Item>
        ))}
      </List>
    </Note>
  );
}

type ProblemProps = {
  readonly problem: Problem | null;
  readonly onRetry?: (() => void) | undefined;
  /** Called with the newer version once it was loaded on a clash. */
  readonly onLoaded?: ((version: number) => void) | undefined;
  readonly noun?: string | undefined;
};

/** Whatever stood against a command, in the form that fits it. */
export function ProblemNote({ problem, onRetry, onLoaded, noun }: ProblemProps) {
  switch (problem?.kind) {
    case undefined:
      return null;
    case 'refused':
      return <Refusals refusals={problem.refusals} title="This was refused" announced />;
    case 'clash':
      return <Clash onLoad={onLoaded && (() => onLoaded(problem.now))} noun={noun} />;
    case 'fields':
      return <FieldFlaws fields={problem.fields} />;
    case 'noAnswer':
      return (
        <Note tone="bad" title="The server did not answer" announced>
          <p style={{ margin: '0.25rem 0 0.75rem' }}>
            What you typed is kept. Trying again is safe: it is done once at most.
          </p>
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              Try again
            </Button>
          )}
        </Note>
      );
    case 'message':
      return (
        <Note tone="bad" title={problem.signedOut ? 'You are signed out' : 'That did not work'} announced>
          <p style={{ margin: '0.25rem 0 0.5rem' }}>{problem.message}</p>
          {problem.signedOut && <SignInAgain />}
        </Note>
      );
  }
}

/** `ProblemNote` for a command of `useCommand`. */
export function CommandProblem<Input, Answer>({
  command,
  onLoaded,
  noun,
}: {
  command: Command<Input, Answer>;
  onLoaded?: (version: number) => void;
  noun?: string;
}) {
  const loaded = (version: number) => {
    command.clear();
    onLoaded?.(version);
  };
  return <ProblemNote problem={command.problem} onRetry={() => void command.retry()} onLoaded={loaded} noun={noun} />;
}

/** "Saving…", then "Saved at 19:42"; said to screen readers as it changes. */
export function SavedState<Input, Answer>({
  command,
  saved = 'Saved',
}: {
  command: Command<Input, Answer>;
  saved?: string;
}) {
  const { state } = command;
  const says =
    state.phase === 'saving' ? 'Saving…' : state.phase === 'saved' ? `${saved} at ${formatTime(state.at)}` : '';
  return <output style={{ color: 'var(--mantine-color-dimmed)', fontSize: '0.875rem' }}>{says}</output>;
}
