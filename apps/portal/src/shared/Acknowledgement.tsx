import type { Framework } from '@assay/standards';

import css from './shared.module.css';

/** The source of the official wording; stands wherever statements are shown. */
export function Acknowledgement({ framework }: { framework: Pick<Framework, 'acknowledgement'> | undefined }) {
  return framework ? <p className={css['acknowledgement']}>{framework.acknowledgement}</p> : null;
}
