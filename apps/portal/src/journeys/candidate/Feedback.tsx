import { Panel } from '../../shared/Panel.tsx';
import type { AwardView } from '../../shared/server.ts';
import { StatementText } from '../../shared/StatementText.tsx';
import { StatusBadge } from '../../shared/StatusBadge.tsx';
import type { KnownFramework } from '../../shared/useFramework.ts';
import css from './result.module.css';

/** Score and reason for every standard, area by area, and what was decided on components that must be met. */
export function Feedback({ award, known }: { award: AwardView; known: KnownFramework }) {
  const threshold = known.scheme?.threshold ?? 0;
  const named = (score: number) => known.scheme?.scale.find((point) => point.score === score)?.name ?? '';
  return (
    <>
      <Panel title="Feedback on every standard">
        {known.framework.areas.map((area) => {
          const inArea = award.feedback.filter(({ code }) => known.areaOf(code)?.id === area.id);
          if (inArea.length === 0) return null;
          return (
            <div key={area.id}>
              <h3 className={css['areaTitle']}>{area.title}</h3>
              <ul className={css['list']}>
                {inArea.map(({ code, score, reason }) => (
                  <li key={code}>
                    <div className={css['judged']}>
                      <StatementText
                        statement={known.statement(code) ?? { code, text: '' }}
                        critical={known.isCritical(code)}
                      />
                      <StatusBadge
                        tone={score >= threshold ? 'good' : 'attention'}
                      >{`${score} · ${named(score)}`}</StatusBadge>
                    </div>
                    <p className={css['reason']}>{reason}</p>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </Panel>
      {award.gates.length > 0 && (
        <Panel title="Components that must be met">
          <ul className={css['list']}>
            {award.gates.map(({ component, met, reason }) => (
              <li key={component}>
                <div className={css['judged']}>
                  <strong>
                    {component} · {known.componentTitle(component)}
                  </strong>
                  <StatusBadge tone={met ? 'good' : 'attention'}>{met ? 'Met' : 'Not met'}</StatusBadge>
                </div>
                <p className={css['reason']}>{reason}</p>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
