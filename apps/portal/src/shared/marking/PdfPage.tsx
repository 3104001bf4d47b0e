import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Page } from 'react-pdf';

import classes from './pdf.module.css';

/** Height over width of A4; the true proportion comes with the page. */
const portrait = 1.414;

interface Props {
  readonly number: number;
  readonly width: number;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly onShown: (number: number) => void;
}

/** One page in the line of pages: its place is there at once, it is drawn when it comes near. */
export function PdfPage({ number, width, sheet, onShown }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [proportion, setProportion] = useState(portrait);

  useEffect(() => {
    if (place.current === null) return;
    const drawing = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: sheet.current,
      rootMargin: '100% 0px',
    });
    // The page at the upper third is the one being read.
    const reading = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && onShown(number), {
      root: sheet.current,
      rootMargin: '-33% 0px -66% 0px',
    });
    drawing.observe(place.current);
    reading.observe(place.current);
    return () => {
      drawing.disconnect();
      reading.disconnect();
    };
  }, [number, sheet, onShown]);

  return (
    <div ref={place} data-place={number} className={classes['page']} style={{ width, minHeight: width * proportion }}>
      {near && (
        <Page
          pageNumber={number}
          width={width}
          loading=""
          onLoadSuccess={(page) => setProportion(page.originalHeight / page.originalWidth)}
        />
      )}
    </div>
  );
}
