import type { Someone } from '@assay/server';

/** What tells the people of the n-th provider from those of others; nothing for the first. */
export const tagOf = (provider: number): string => (provider === 0 ? '' : `-p${provider + 1}`);

export const administrator = someone('administrator', 'Ada Administrator');

/** Those of a provider whom one may want to sign in as, with the roles that they hold. */
export function staffOf(provider: number): readonly (Someone & { readonly role: string })[] {
  const tag = tagOf(provider);
  const prefix = tag === '' ? '' : `${tag.slice(1)}-`;
  return [
    { ...administrator, role: 'administrator' },
    { ...someone(`staff${tag}`, 'Stella Staff'), role: 'provider' },
    { ...someone(`moderator${tag}`, 'Mo Moderator'), role: 'moderator' },
    { ...someone(`external${tag}`, 'Ellis External'), role: 'external moderator' },
    { ...someone(`assessor-${prefix}1`, 'Assessor 1'), role: 'assessor' },
    { ...someone('candidate-0', 'Candidate 0'), role: 'candidate' },
  ];
}

export function someone(id: string, name: string): Someone {
  return { id, name, email: `${id}@simulated.example` };
}
