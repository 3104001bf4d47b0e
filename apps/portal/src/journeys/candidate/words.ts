import type { Item } from '../../shared/server.ts';
import type { Tone } from '../../shared/Shape.tsx';

export const methodWords = {
  text: 'Own account',
  document: 'Document from practice',
  observation: 'Observation by another person',
  discussion: 'Record of a discussion',
  witness: 'Witness statement',
} as const;

export type Method = keyof typeof methodWords;
export const methods = Object.entries(methodWords).map(([value, label]) => ({ value, label }));
export const isMethod = (value: string | null): value is Method => value !== null && Object.hasOwn(methodWords, value);
export const methodName = (method: string): string => (isMethod(method) ? methodWords[method] : method);

export const itemStates: Record<string, { readonly word: string; readonly tone: Tone }> = {
  draft: { word: 'Not declared', tone: 'attention' },
  declared: { word: 'Declared', tone: 'good' },
  locked: { word: 'Submitted', tone: 'neutral' },
};

/** Words as the server counts them: runs of anything but white space that hold a letter or a figure. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((run) => /[\p{L}\p{N}]/u.test(run)).length;

/** An account written here, which can be edited here. */
export const isAccount = (item: Pick<Item, 'method' | 'content'>): boolean =>
  item.method === 'text' && item.content.mediaType.startsWith('text/plain');
