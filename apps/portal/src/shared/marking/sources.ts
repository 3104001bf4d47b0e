import type { Claim, ReviewView, Source } from './view.ts';

/** What a judgement may rest on, as the server takes it. */
export type SourceId = `E${number}` | 'visit' | 'discussion';

export const isSourceId = (source: string): source is SourceId => /^(E[1-9]\d*|visit|discussion)$/.test(source);

const methods: Readonly<Record<string, string>> = {
  text: 'Written account',
  document: 'Document',
  observation: 'Observation',
  discussion: 'Discussion',
  witness: 'Witness testimony',
};

/** A method of evidence in the words of the scheme, for people. */
export function methodName(method: string): string {
  return methods[method] ?? method;
}

/** "E3" for an item of the manifest; the visit and the discussion have names of their own. */
export function sourceName(source: string): string {
  if (source === 'visit') return 'Visit';
  if (source === 'discussion') return 'Discussion';
  return source;
}

export interface ClaimedSource {
  readonly source: Source;
  readonly places: readonly string[];
}

/** Sources the candidate claims for a statement, in the order of the manifest, each with every place it is claimed at. */
export function claimedSources(view: ReviewView, statement: string): ClaimedSource[] {
  const claims: readonly Claim[] = view.claims[statement] ?? [];
  return view.sources.flatMap((source) => {
    const places = claims.filter((claim) => claim.source === source.source).map(({ place }) => place);
    return places.length === 0 ? [] : [{ source, places }];
  });
}

/** Sources that are not claimed for a statement: an assessor may still rest a judgement on them. */
export function otherSources(view: ReviewView, statement: string): Source[] {
  const claimed = new Set((view.claims[statement] ?? []).map(({ source }) => source));
  return view.sources.filter(({ source }) => !claimed.has(source));
}
