import 'react-pdf/dist/Page/TextLayer.css';
import 'react-pdf/dist/Page/AnnotationLayer.css';

import { ActionIcon, Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Document, pdfjs } from 'react-pdf';

import { LoadingLines } from '../Loading.tsx';
import { Note } from '../Note.tsx';
import { scrollBox } from '../scrollBox.ts';
import { PdfPage } from './PdfPage.tsx';
import classes from './pdf.module.css';

// The worker comes from our own origin; the content security policy allows no other.
pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;

const zooms = [0.67, 0.8, 1, 1.25, 1.5, 2] as const;

interface Props {
  readonly url: string;
  readonly name: string;
  /** Where to begin; a new number goes there. */
  readonly page: number | null;
}

function goTo(sheet: HTMLElement | null, page: number) {
  const top = sheet?.querySelector(`[data-place="${page}"]`)?.getBoundingClientRect().top ?? 0;
  const start = sheet?.getBoundingClientRect().top ?? 0;
  sheet?.scrollBy({ top: top - start - 8 });
}

/** A PDF to read through from top to bottom, as a marker does, and to be taken to a page of. */
export function PdfReader({ url, name, page }: Props) {
  const [pages, setPages] = useState(0);
  const [shown, setShown] = useState(1);
  const [zoom, setZoom] = useState(2);
  const { ref, width } = useElementSize();
  const sheet = useRef<HTMLDivElement>(null);

  const ready = pages > 0 && width > 0;
  useEffect(() => {
    if (ready && page !== null) goTo(sheet.current, Math.min(page, pages));
  }, [ready, page, pages]);

  return (
    <section aria-label={`Evidence: ${name}`} className={classes['reader']}>
      <div className={classes['tools']}>
        <output>
          Page {shown} of {pages === 0 ? '…' : pages}
        </output>
        {page !== null && page <= pages && shown !== page && (
          <Button size="compact-sm" variant="default" onClick={() => goTo(sheet.current, page)}>
            Go to page {page}
          </Button>
        )}
        <span className={classes['space']} />
        <ActionIcon variant="default" aria-label="Smaller" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          <IconMinus size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label="Larger"
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <IconPlus size={18} aria-hidden />
        </ActionIcon>
        <Button component="a" href={url} download={name} size="compact-sm" variant="default">
          Download
        </Button>
      </div>
      <div ref={sheet} className={classes['sheet']} {...scrollBox(`Pages of ${name}`)}>
        <div ref={ref}>
          <Document
            file={`${url}?inline=1`}
            onLoadSuccess={({ numPages }) => setPages(numPages)}
            loading={<LoadingLines lines={10} />}
            error={<Note tone="bad" title="This PDF could not be opened. Download it to read it." />}
          >
            {ready &&
              Array.from({ length: pages }, (_, index) => (
                <PdfPage
                  key={index}
                  number={index + 1}
                  width={Math.min(width, 900) * (zooms[zoom] ?? 1)}
                  sheet={sheet}
                  onShown={setShown}
                />
              ))}
          </Document>
        </div>
      </div>
    </section>
  );
}
