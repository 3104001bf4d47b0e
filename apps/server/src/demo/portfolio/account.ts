import { closings, entries, openings } from '../texts/journal.ts';
import { passages } from '../texts/accounts.ts';
import { vary } from '../texts/vary.ts';
import { pick, roll, shuffled } from '../seeded.ts';

/** A place in an item, in the candidate's words, and the codes that are fairly claimed for it. */
export interface Place {
  readonly says: string;
  readonly shows: readonly string[];
}

export interface Account {
  readonly text: string;
  readonly places: readonly Place[];
}

interface Section extends Pick<Place, 'shows'> {
  readonly heading: string;
  readonly text: string;
}

/** A written account on some areas: most of what there is to tell of each, in the candidate's own order and figures. */
export function accountOn(key: string, title: string, areas: readonly string[]): Account {
  const sections = areas.flatMap((area) => {
    const known = passages[area] ?? [];
    const left = Math.floor(roll(`${key}/${area}/left`) * (known.length + 2));
    return shuffled(
      `${key}/${area}`,
      known.filter((_passage, index) => index !== left),
    ).map(({ heading, shows, text }): Section => ({ heading, text, shows: shows.map((code) => `${area}.${code}`) }));
  });
  return written(key, title, sections);
}

/** A learning journal: entries in the order of time. */
export function journal(key: string, title: string): Account {
  const left = Math.floor(roll(`${key}/left`) * (entries.length + 1));
  return written(
    key,
    title,
    entries.filter((_entry, index) => index !== left),
  );
}

function written(key: string, title: string, sections: readonly Section[]): Account {
  const told = sections.map(({ heading, text }, index) => `${heading}\n\n${vary(`${key}/${index}`, text)}`);
  const text = [
    title,
    vary(`${key}/opening`, pick(`${key}/opening`, openings)),
    ...told,
    vary(`${key}/closing`, pick(`${key}/closing`, closings)),
  ];
  return {
    text: `${text.join('\n\n')}\n`,
    // The opening is the first paragraph, so the first section holds the second.
    places: sections.map(({ heading, shows }, index) => ({ shows, says: `paragraph ${index + 2}, “${heading}”` })),
  };
}
