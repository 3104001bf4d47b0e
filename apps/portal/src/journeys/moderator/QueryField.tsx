import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';

interface Props {
  readonly code: string;
  readonly query: string;
  readonly onQuery: (says: string | null) => void;
}

/** The moderator asked for this field a moment ago, so the keyboard is in it; a text kept from earlier waits. */
export function QueryField({ code, query, onQuery }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const fresh = useRef(query === '');
  useEffect(() => {
    if (fresh.current) field.current?.focus();
  }, []);
  return (
    <>
      <Textarea
        ref={field}
        mt={8}
        label={`Your query on ${code}`}
        description="Say what to look at again. The assessor reads it."
        autosize
        minRows={2}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
      />
      <Button size="compact-sm" variant="subtle" mt={4} onClick={() => onQuery(null)}>
        Take this query away
      </Button>
    </>
  );
}
