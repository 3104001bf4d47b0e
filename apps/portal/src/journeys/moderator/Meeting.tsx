import type { Scheme } from '@assay/standards';

import { counted } from '../../shared/formatting.ts';
import { secondReasonWords } from '../../shared/marking/apart.ts';
import { Ended } from '../../shared/marking/HowAgreed.tsx';
import type { MarkingView } from '../../shared/server.ts';
import classes from './moderator.module.css';

/** Why two marked it, and how they came to scores of record. */
export function Meeting({ view, scheme }: { readonly view: MarkingView; readonly scheme: Scheme }) {
  const reasons = new Intl.ListFormat('en-GB').format(view.reasons.map((reason) => secondReasonWords(reason, scheme)));
  const apart = view.differences.length;
  return (
    <div>
      <h2 className={classes['why']}>How {view.markers.length} marks came to one</h2>
      <p className={classes['reason']}>
        Two marked it blind because it is {reasons} (R11).{' '}
        {apart === 0
          ? 'They lay apart nowhere.'
          : `They lay apart on ${counted(apart, 'point', 'points')} and conferred; elsewhere the lower of the two stands (R12).`}
      </p>
      <Ended view={view} />
    </div>
  );
}
