import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';

import { trpc } from '../shared/server.ts';
import type { Me } from '../shared/server.ts';
import { holds } from '../shared/session.ts';
import css from './shell.module.css';

type Entry = { readonly name: string; readonly link: LinkProps };
type Group = { readonly role: string; readonly entries: readonly Entry[] };

/** A candidate's links lead into the submission on the screen, or else into the newest one. */
const useSubmission = (me: Me | null): string | null => {
  const { submission } = useParams({ strict: false });
  const mine = useQuery(trpc.submission.mine.queryOptions(undefined, { enabled: holds(me, 'candidate') })).data;
  return submission ?? mine?.[0]?.submission ?? null;
};

const portfolio = (submission: string | null): readonly Entry[] => {
  if (submission === null) return [{ name: 'Home', link: { to: '/candidate' } }];
  const params = { submission };
  return [
    { name: 'Home', link: { to: '/candidate/$submission', params, activeOptions: { exact: true } } },
    { name: 'Evidence', link: { to: '/candidate/$submission/evidence', params } },
    { name: 'Coverage', link: { to: '/candidate/$submission/coverage', params } },
    { name: 'Submit', link: { to: '/candidate/$submission/submit', params } },
    { name: 'Result', link: { to: '/candidate/$submission/result', params } },
  ];
};

const groupsFor = (me: Me | null, submission: string | null): readonly Group[] => [
  ...(holds(me, 'candidate') ? [{ role: 'Your portfolio', entries: portfolio(submission) }] : []),
  ...(holds(me, 'assessor')
    ? [{ role: 'Assessing', entries: [{ name: 'Queue', link: { to: '/queue' } } as const] }]
    : []),
  ...(holds(me, 'moderator', 'externalModerator')
    ? [{ role: 'Moderating', entries: [{ name: 'Batches', link: { to: '/batches' } } as const] }]
    : []),
  ...(holds(me, 'provider')
    ? [
        {
          role: 'Providing',
          entries: [
            { name: 'Cohorts', link: { to: '/cohorts' } } as const,
            { name: 'People', link: { to: '/people' } } as const,
          ],
        },
      ]
    : []),
  ...(holds(me, 'administrator')
    ? [{ role: 'Administering', entries: [{ name: 'Providers', link: { to: '/providers' } } as const] }]
    : []),
  { role: 'Reference', entries: [{ name: 'Standards', link: { to: '/standards' } }] },
  ...(me === null
    ? [{ role: 'Account', entries: [{ name: 'Sign in', link: { to: '/sign-in', search: {} } } as const] }]
    : []),
];

/** The links of the roles a person holds: one row in the bar, grouped by role in the phone's sheet. */
export function Navigation({ me, as }: { me: Me | null; as: 'bar' | 'sheet' }) {
  const groups = groupsFor(me, useSubmission(me));
  if (as === 'bar') {
    return (
      <ul className={css['links']}>
        {groups
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <NavLink key={entry.name} entry={entry} />
          ))}
      </ul>
    );
  }
  return groups.map(({ role, entries }) => (
    <div key={role}>
      <p className={css['sheetGroup']}>{role}</p>
      <ul className={css['sheetLinks']}>
        {entries.map((entry) => (
          <NavLink key={entry.name} entry={entry} />
        ))}
      </ul>
    </div>
  ));
}

function NavLink({ entry }: { entry: Entry }) {
  return (
    <li>
      <Link {...entry.link} className={css['link']}>
        {entry.name}
      </Link>
    </li>
  );
}
