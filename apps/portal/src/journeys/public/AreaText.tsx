import type { Area, Framework, Statement } from '@assay/standards';

import { StatementText } from '../../shared/StatementText.tsx';
import css from './public.module.css';
import { PassageText } from './SectionText.tsx';

type Props = {
  readonly framework: Framework;
  readonly area: Area;
  /** Those that the search found, or all. */
  readonly statements: readonly Statement[];
  readonly whole: boolean;
};

/** One area: its introduction, then its statements kind by kind, each with its code. */
export function AreaText({ framework, area, statements, whole }: Props) {
  return (
    <section id={area.id} aria-labelledby={`${area.id}-title`} className={css['area']}>
      <h2 id={`${area.id}-title`}>
        <span className={css['areaNumber']}>{area.number}</span> {area.title}
      </h2>
      {whole && area.editorialNote !== undefined && <p className={css['editorial']}>{area.editorialNote}</p>}
      {whole && (
        <div className={css['printed']}>
          {area.introduction.map((passage) => (
            <p key={passage.text}>
              <PassageText passage={passage} />
            </p>
          ))}
        </div>
      )}
      {framework.kinds.map((kind) => {
        const ofKind = statements.filter((statement) => statement.kind === kind.letter);
        if (ofKind.length === 0) return null;
        const group = area.groups.find((candidate) => candidate.kind === kind.letter);
        return (
          <div key={kind.letter}>
            <h3>{group?.heading ?? kind.title}</h3>
            {whole && group?.lead != null && <p className={css['printed']}>{group.lead}</p>}
            {whole && group?.editorialNote !== undefined && <p className={css['editorial']}>{group.editorialNote}</p>}
            <ul className={css['statements']}>
              {ofKind.map((statement) => (
                <li key={statement.code} id={statement.code}>
                  <StatementText statement={statement} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
