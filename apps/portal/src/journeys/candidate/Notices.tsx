import { useQuery } from '@tanstack/react-query';

import { formatDay } from '../../shared/formatting.ts';
import { Panel } from '../../shared/Panel.tsx';
import { ServerLink } from '../../shared/ServerLink.tsx';
import { trpc } from '../../shared/server.ts';
import css from './candidate.module.css';

/** What happened lately; the newest few. */
export function Notices() {
  const { data } = useQuery(trpc.session.notices.queryOptions());
  if (data === undefined || data.length === 0) return null;
  return (
    <Panel title="Lately">
      <ul className={css['plainList']}>
        {data.slice(0, 5).map((notice) => (
          <li key={notice.id}>
            <p style={{ margin: 0 }}>
              {notice.link === null ? notice.says : <ServerLink href={notice.link}>{notice.says}</ServerLink>}
            </p>
            <p className={css['small']}>{formatDay(notice.at)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
