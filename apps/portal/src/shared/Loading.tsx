import { Skeleton, Stack } from '@mantine/core';

import css from './shared.module.css';

/** Stands for a page whose data is on the way. */
export function Loading() {
  return (
    <section className={`${css['page']} ${css['normal']}`} aria-busy="true" aria-label="Loading">
      <Skeleton h={30} w="40%" mb="lg" />
      <LoadingLines />
    </section>
  );
}

/** Stands for a part of a page. */
export function LoadingLines({ lines = 5 }: { lines?: number }) {
  return (
    <Stack gap="sm" aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} h={18} w={index % 3 === 2 ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}
