import { useQuery } from '@tanstack/react-query';

import css from './evidenceViewer.module.css';
import { LoadingLines } from './Loading.tsx';
import { Note } from './Note.tsx';
import { scrollBox } from './scrollBox.ts';

/** A text file as written: line breaks kept, nothing taken for mark-up. */
export function TextContent({ url }: { url: string }) {
  const { data, error } = useQuery({
    queryKey: ['content', url],
    queryFn: async () => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(`The file could not be read (${answer.status}).`);
      return answer.text();
    },
  });
  if (error) return <Note tone="bad" title={error.message} />;
  if (data === undefined) return <LoadingLines />;
  return (
    <div className={css['text']} {...scrollBox('Text of the file')}>
      {data}
    </div>
  );
}
