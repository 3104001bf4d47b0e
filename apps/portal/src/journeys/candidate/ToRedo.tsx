import { Panel } from '../../shared/Panel.tsx';
import type { AwardView } from '../../shared/server.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './result.module.css';

/** What is not achieved yet, area by area: the whole of what a next attempt is about. */
export function ToRedo({ award, known }: { award: AwardView; known: KnownFramework }) {
  const areas = award.profile.filter(({ unmet }) => unmet.length > 0);
  const gates = award.gates.filter(({ met }) => !met);
  if (areas.length === 0 && gates.length === 0) return null;
  return (
    <Panel title="What to do again">
      {areas.map((area) => (
        <div key={area.area}>
          <h3 className={css['areaTitle']}>{known.area(area.area)?.title ?? area.area}</h3>
          <ul className={css['list']}>
            {area.unmet.map(({ code, score, critical }) => (
              <li key={code}>
                <StatementText statement={known.statement(code) ?? { code, text: '' }} critical={critical} />
                <p className={css['small']}>{score === null ? 'No score' : `Score ${score}`}</p>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {gates.length > 0 && (
        <div>
          <h3 className={css['areaTitle']}>Components not met</h3>
          <ul className={css['list']}>
            {gates.map(({ component, reason }) => (
              <li key={component}>
                {component} · {known.componentTitle(component)}: {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
