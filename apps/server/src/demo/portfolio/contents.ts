import { contentHash, type Content } from '@assay/engine';
import { keepAccount, noteUpload } from '../../evidence/uploads.ts';
import type { World } from '../../world.ts';
import type { CandidateRole } from '../cast.ts';
import { printPaper } from '../pdf/paper.ts';
import type { Player } from '../people.ts';
import { papers } from '../texts/papers.ts';
import { accountOn, journal, type Place } from './account.ts';
import { claimsFor, type Claim } from './claims.ts';
import { outlines, unfinished, type Outline } from './outline.ts';
import { paperOf, variants } from './papers.ts';

/** One item of a candidate's portfolio, its file stored and its claims chosen. */
export interface Piece {
  readonly outline: Outline;
  readonly content: Content;
  readonly claims: readonly Claim[];
}

interface Stored {
  readonly content: Content;
  readonly places: readonly Place[];
}

/** Prints every version of every paper and stores it, by kind and version. */
export async function storePapers(world: World): Promise<ReadonlyMap<string, Stored>> {
  const stored = new Map<string, Stored>();
  for (const paper of papers) {
    for (let variant = 0; variant < variants; variant++) {
      const { bytes, pages } = await printPaper(paperOf(paper, variant));
      const { hash, bytes: size } = await world.files.keep(new Blob([bytes]).stream());
      const places = paper.parts.map(({ heading, shows }, index) => ({
        shows,
        says: `page ${pages[index] ?? 1}, “${heading}”`,
      }));
      stored.set(`${paper.kind}/${variant}`, {
        places,
        content: {
          hash: contentHash(hash),
          bytes: size,
          mediaType: 'application/pdf',
          name: `${fileName(paper.title)}.pdf`,
        },
      });
    }
  }
  return stored;
}

/** Writes and stores what a candidate has gathered, as far as their story has come. `number` chooses the versions. */
export async function gather(
  world: World,
  player: Player & CandidateRole,
  number: number,
  printed: ReadonlyMap<string, Stored>,
): Promise<Piece[]> {
  const { ending, route, email } = player;
  const many = ending in unfinished ? unfinishedItems(ending) : outlines[route].length;
  const held: (Stored & { readonly outline: Outline })[] = [];
  for (const [index, outline] of outlines[route].slice(0, many).entries()) {
    const stored = await (outline.method === 'text'
      ? writeAccount(world, player, outline)
      : takePaper(world, player, outline, (number + index * (1 + Math.floor(number / variants))) % variants, printed));
    held.push({ ...stored, outline });
  }
  const claims = claimsFor(email, held, world.library.book);
  return held.map(({ outline, content }, index) => ({
    outline,
    content,
    claims: (claims[index] ?? []).filter((_claim, place) => many === outlines[route].length || place % 9 !== 4),
  }));
}

function unfinishedItems(ending: string): number {
  const found = Object.entries(unfinished).find(([name]) => name === ending);
  return found?.[1].items ?? 0;
}

async function writeAccount(world: World, { id, email }: Player, { kind, title, areas }: Outline): Promise<Stored> {
  const { text, places } =
    kind === 'journal' ? journal(`${email}/${kind}`, title) : accountOn(`${email}/${kind}`, title, areas);
  return { content: await keepAccount(world, id, title, text), places };
}

async function takePaper(
  world: World,
  { id }: Player,
  { kind }: Outline,
  variant: number,
  printed: ReadonlyMap<string, Stored>,
): Promise<Stored> {
  const stored = printed.get(`${kind}/${variant}`);
  if (stored === undefined) throw new TypeError(`There is no paper ${kind}/${variant}`);
  const { hash, bytes, mediaType } = stored.content;
  await noteUpload(world, id, { hash, bytes, mediaType });
  return stored;
}

const fileName = (title: string) => title.replace(/[^\p{L}\p{N} -]/gu, '').trim();
