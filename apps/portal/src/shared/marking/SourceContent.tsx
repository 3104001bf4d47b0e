import { lazy, Suspense } from 'react';

import { EvidenceViewer } from '../EvidenceViewer.tsx';
import { LoadingLines } from '../Loading.tsx';
import type { Source } from './view.ts';

/** The PDF reader is heavy, so it comes only when a PDF is opened. */
const PdfReader = lazy(() => import('./PdfReader.tsx').then((module) => ({ default: module.PdfReader })));

interface Props {
  readonly review: string;
  readonly source: Source;
  readonly page: number | null;
}

/** The file behind one source. A PDF is read through from the page that the candidate names. */
export function SourceContent({ review, source, page }: Props) {
  const url = `/api/review/${review}/content/${source.source}`;
  const name = source.name ?? source.title;
  if (source.mediaType === 'application/pdf') {
    return (
      <Suspense fallback={<LoadingLines lines={8} />}>
        <PdfReader key={url} url={url} name={name} page={page} />
      </Suspense>
    );
  }
  return <EvidenceViewer key={url} url={url} name={name} mediaType={source.mediaType ?? 'text/plain'} />;
}
