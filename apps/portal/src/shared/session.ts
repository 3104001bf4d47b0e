import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';

import { client, queryClient, trpc } from './server.ts';
import type { Me, Role } from './server.ts';

/** The session rarely changes by itself; signing in and out load it anew. */
const me = trpc.session.me.queryOptions(undefined, { staleTime: 60_000 });

const demo = trpc.session.demo.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });
const ways = trpc.session.ways.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY });

export const useMe = (): Me | null => useSuspenseQuery(me).data;

/** Asks for both in one request, while the page's own code is still on its way. */
export const preloadSession = (): void => {
  void queryClient.prefetchQuery(me);
  void queryClient.prefetchQuery(demo);
};

export const useDemo = () => useQuery(demo).data;

/** The organisation's sign-on service; null where there is none. */
export const useSignOn = () => useQuery(ways).data?.signOn ?? null;

/** Whether anything is mailed from here, so that a way to a new password can be. */
export const useMailed = () => useQuery(ways).data?.mail ?? false;

export const holds = (person: Me | null, ...roles: readonly Role[]): boolean =>
  person?.roles.some(({ role }) => roles.includes(role)) ?? false;

/** For a route's `beforeLoad`: whoever is not signed in goes to sign-in, and comes back afterwards. */
export const arrived = async ({ location }: { location: { href: string } }): Promise<Me> => {
  const person = await queryClient.ensureQueryData(me);
  if (person === null) throw redirect({ to: '/sign-in', search: { to: location.href } });
  return person;
};

/** As `arrived`; whoever has yet to show a second factor goes to their account, and comes back afterwards. */
export const signedIn = async ({ location }: { location: { href: string } }): Promise<void> => {
  const { secondFactor } = await arrived({ location });
  if (secondFactor === 'missing') throw redirect({ to: '/account', search: { to: location.href } });
};

/** A page of ours to go to afterwards; never an address that a stranger put into the link. */
export const pageIn = (search: Record<string, unknown>): { to?: string } => {
  const { to } = search;
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? { to } : {};
};

/** The first page of a person, by what they do. */
export const firstPageOf = (person: Me) => {
  if (person.secondFactor === 'missing') return '/account' as const;
  if (holds(person, 'candidate')) return '/candidate' as const;
  if (holds(person, 'assessor')) return '/queue' as const;
  if (holds(person, 'moderator', 'externalModerator')) return '/batches' as const;
  if (holds(person, 'provider')) return '/cohorts' as const;
  if (holds(person, 'administrator')) return '/providers' as const;
  return '/standards' as const;
};

/**
 * After signing in or out: everything known belongs to the person before, so it is forgotten, and the
 * new session is put in its place. Navigate right afterwards.
 */
export const sessionChanged = async (): Promise<Me | null> => {
  const now = await client.session.me.query();
  queryClient.removeQueries({ predicate: ({ queryKey }) => !isSession(queryKey) });
  queryClient.setQueryData(me.queryKey, now);
  return now;
};

const ofNobody: ReadonlySet<unknown> = new Set(['me', 'demo', 'ways']);

const isSession = (key: readonly unknown[]): boolean =>
  Array.isArray(key[0]) && key[0][0] === 'session' && ofNobody.has(key[0][1]);
