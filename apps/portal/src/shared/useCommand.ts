import type { QueryFilters } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';

import { problemOf } from './problems.ts';
import type { Problem } from './problems.ts';
import { queryClient } from './server.ts';

export type CommandState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'saved'; readonly at: Date }
  | { readonly phase: 'failed'; readonly problem: Problem };

export type Command<Input, Answer> = {
  readonly state: CommandState;
  /** Null unless the last command failed. */
  readonly problem: Problem | null;
  readonly saving: boolean;
  /** Sends; the answer, or null when it was not done (then `problem` says why). Never throws. */
  readonly send: (make: (commandId: string) => Input) => Promise<Answer | null>;
  /** Sends the last command again under the same id. */
  readonly retry: () => Promise<Answer | null>;
  /** Forgets what was saved or refused, for instance when the form is opened for another record. */
  readonly clear: () => void;
};

type Options<Answer> = {
  /** What to load anew once it is done; without it, everything on the screen. */
  readonly reload?: readonly QueryFilters[];
  readonly onSaved?: (answer: Answer) => void;
};

/** Waits before asking again after silence; the id stays, so the server does the command at most once. */
const pauses = [400, 1_500] as const;

const patiently = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (const pause of pauses) {
    try {
      return await ask();
    } catch (error) {
      if (problemOf(error).kind !== 'noAnswer') throw error;
      await new Promise((wake) => setTimeout(wake, pause));
    }
  }
  return ask();
};

/**
 * A mutation with a command id: `const claim = useCommand(client.evidence.claim.mutate)` and then
 * `claim.send((commandId) => ({ commandId, item, seen, statement, place }))`. The same content sent
 * again after silence keeps its id, also when it is the person who presses the button again.
 * After success the queries on the screen are loaded anew before the state turns to saved, so that the
 * next command names the version it saw.
 */
export const useCommand = <Input, Answer>(
  mutate: (input: Input) => Promise<Answer>,
  options: Options<Answer> = {},
): Command<Input, Answer> => {
  const [state, setState] = useState<CommandState>({ phase: 'idle' });
  const unanswered = useRef<{ content: string; input: Input } | null>(null);
  const latest = useRef({ mutate, options });
  useLayoutEffect(() => {
    latest.current = { mutate, options };
  });

  const run = useCallback(async (content: string, input: Input): Promise<Answer | null> => {
    setState({ phase: 'saving' });
    try {
      const answer = await patiently(() => latest.current.mutate(input));
      unanswered.current = null;
      const { reload, onSaved } = latest.current.options;
      await (reload
        ? Promise.all(reload.map((filter) => queryClient.invalidateQueries(filter)))
        : queryClient.invalidateQueries());
      setState({ phase: 'saved', at: new Date() });
      onSaved?.(answer);
      return answer;
    } catch (error) {
      const problem = problemOf(error);
      unanswered.current = problem.kind === 'noAnswer' ? { content, input } : null;
      setState({ phase: 'failed', problem });
      return null;
    }
  }, []);

  const send = useCallback(
    (make: (commandId: string) => Input) => {
      const content = JSON.stringify(make(''));
      const again = unanswered.current?.content === content ? unanswered.current.input : make(crypto.randomUUID());
      return run(content, again);
    },
    [run],
  );

  const retry = useCallback(async () => {
    const last = unanswered.current;
    return last ? run(last.content, last.input) : null;
  }, [run]);

  const clear = useCallback(() => setState({ phase: 'idle' }), []);

  return useMemo(
    () => ({
      state,
      problem: state.phase === 'failed' ? state.problem : null,
      saving: state.phase === 'saving',
      send,
      retry,
      clear,
    }),
    [state, send, retry, clear],
  );
};
