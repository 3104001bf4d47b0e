import type { Scheme } from '@assay/standards';
import { Radio, Stack } from '@mantine/core';
import classes from './form.module.css';

interface Props {
  readonly scheme: Scheme;
  readonly score: number | null;
  readonly readOnly: boolean;
  readonly onScore: (score: number) => void;
}

/** Every score with its name and descriptor in sight: nobody should have to remember what a 2 means. */
export function ScoreChoice({ scheme, score, readOnly, onScore }: Props) {
  return (
    <Radio.Group
      label="Score"
      description={`The standard is achieved from ${scheme.threshold}.`}
      value={score === null ? null : String(score)}
      onChange={(value) => onScore(Number(value))}
      readOnly={readOnly}
    >
      <Stack gap={2} mt={6}>
        {scheme.scale.map((point) => (
          <Radio
            key={point.score}
            className={classes['score'] ?? ''}
            data-chosen={point.score === score || undefined}
            data-threshold={point.score === scheme.threshold || undefined}
            value={String(point.score)}
            disabled={readOnly && point.score !== score}
            label={
              <>
                <strong>{point.score}</strong> {point.name}
              </>
            }
            description={point.descriptor}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
