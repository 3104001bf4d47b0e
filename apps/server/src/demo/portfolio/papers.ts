import type { Paper, PaperPart } from '../texts/papers.ts';
import { vary } from '../texts/vary.ts';

/** How many versions of each paper the demo has: printing one is the dearest thing it does, so candidates share them. */
export const variants = 3;

/** One version of a paper, its choices made. */
export function paperOf(paper: Paper, variant: number): Paper {
  const parts = paper.parts.map((part, index): PaperPart => {
    const key = `paper/${paper.kind}/${variant}/${index}`;
    const said = (name: string, text: string) => vary(`${key}/${name}`, text);
    return {
      heading: part.heading,
      shows: part.shows,
      text: said('text', part.text),
      ...(part.table && {
        table: {
          ...part.table,
          rows: part.table.rows.map((cells, row) => cells.map((cell, column) => said(`${row}/${column}`, cell))),
        },
      }),
      ...(part.figure && {
        figure: {
          ...part.figure,
          bars: part.figure.bars.map(
            ([label, before, after], bar) =>
              [label, said(`${bar}/before`, before), said(`${bar}/after`, after)] as const,
          ),
        },
      }),
    };
  });
  return { ...paper, parts };
}
