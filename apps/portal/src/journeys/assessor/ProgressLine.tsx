import classes from './queue.module.css';

/** "12 of 53" with a bar that only repeats it. */
export function ProgressLine({ done, of }: { readonly done: number; readonly of: number }) {
  return (
    <div>
      {done} of {of}
      <div className={classes['bar']} aria-hidden="true">
        <div style={{ width: `${of === 0 ? 0 : (100 * done) / of}%` }} />
      </div>
    </div>
  );
}
