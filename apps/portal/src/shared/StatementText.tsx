import type { Statement } from '@assay/standards';

import css from './shared.module.css';

type Worded = Pick<Statement, 'text' | 'sourceText' | 'editorialNote'> & { readonly code: string };

type Props = {
  readonly statement: Worded;
  readonly critical?: boolean;
  /** False where the code stands elsewhere, as in the first column of a table. */
  readonly withCode?: boolean;
};

/**
 * A statement in its official wording, letter for letter, with what was mended where something was.
 * `Acknowledgement` must stand on the same page.
 */
export function StatementText({ statement, critical = false, withCode = true }: Props) {
  return (
    <div>
      <div>
        {withCode && <span className={css['code']}>{statement.code} </span>}
        <q className={css['quote']} style={{ quotes: 'none' }}>
          {statement.text}
        </q>
        {critical && <strong style={{ fontSize: '0.8125rem' }}> (critical)</strong>}
      </div>
      {statement.editorialNote !== undefined && (
        <details className={css['editorial']}>
          <summary>Editorial note</summary>
          <p style={{ margin: '0.25rem 0' }}>{statement.editorialNote}</p>
          {statement.sourceText !== undefined && <p style={{ margin: 0 }}>As printed: “{statement.sourceText}”</p>}
        </details>
      )}
    </div>
  );
}
