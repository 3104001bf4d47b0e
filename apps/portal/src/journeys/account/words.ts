import type { Role } from '../../shared/server.ts';

const words: Readonly<Record<Role, string>> = {
  candidate: 'candidate',
  assessor: 'assessor',
  moderator: 'moderator',
  externalModerator: 'external moderator',
  provider: 'member of staff',
  administrator: 'administrator',
  system: 'the product itself',
};

/** "Your work as moderator is waiting". */
export const waiting = (roles: readonly Role[]): string =>
  roles.length === 0
    ? 'Your work is waiting'
    : `Your work as ${new Intl.ListFormat('en-GB').format(roles.map((role) => words[role]))} is waiting`;

/** What a browser calls itself, in the two words that tell one from another. */
export const browserIn = (agent: string): string => {
  const browser = [
    ['Firefox', /firefox\//i],
    ['Edge', /edg(?:e|a|ios)?\//i],
    ['Opera', /opr\//i],
    ['Chrome', /(?:chrome|crios|chromium)\//i],
    ['Safari', /safari\//i],
  ] as const;
  const system = [
    ['iPhone', /iphone/i],
    ['iPad', /ipad/i],
    ['Android', /android/i],
    ['Windows', /windows/i],
    ['macOS', /mac os x|macintosh/i],
    ['Linux', /linux/i],
  ] as const;
  const first = (names: typeof browser | typeof system) => names.find(([, sign]) => sign.test(agent))?.[0];
  const [name, on] = [first(browser), first(system)];
  if (name === undefined) return 'An unknown browser';
  return on === undefined ? name : `${name} on ${on}`;
};
