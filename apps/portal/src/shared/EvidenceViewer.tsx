import { Button, Group } from '@mantine/core';
import { lazy, Suspense } from 'react';

import css from './evidenceViewer.module.css';
import { LoadingLines } from './Loading.tsx';
import { TextContent } from './TextContent.tsx';

/** The PDF reader is the heaviest part of the portal, so it comes only when a PDF is opened. */
const PdfReader = lazy(() => import('./marking/PdfReader.tsx').then((module) => ({ default: module.PdfReader })));

type Props = {
  /** Where the file is read, without `?inline=1`. */
  readonly url: string;
  readonly mediaType: string;
  readonly name: string;
};

/** Shows a file where it can be shown (PDF, pictures, text) and offers it for download in any case. */
export function EvidenceViewer({ url, mediaType, name }: Props) {
  const inline = `${url}?inline=1`;
  const type = mediaType.split(';')[0]?.trim() ?? mediaType;
  if (type === 'application/pdf') {
    return (
      <Suspense fallback={<LoadingLines lines={8} />}>
        <PdfReader key={url} url={url} name={name} page={null} />
      </Suspense>
    );
  }
  return (
    <section aria-label={`Evidence: ${name}`} className={css['viewer']}>
      {type.startsWith('image/') ? (
        <img src={inline} alt={`Evidence file ${name}`} className={css['picture']} />
      ) : type.startsWith('text/') ? (
        <TextContent url={inline} />
      ) : (
        <p className={css['card']}>This kind of file cannot be shown here. Download it to read it.</p>
      )}
      <Group justify="space-between" className={css['foot']}>
        <span className={css['name']}>{name}</span>
        <Button component="a" href={url} download={name} size="xs" variant="default">
          Download
        </Button>
      </Group>
    </section>
  );
}
