import type { Register, RootRoute } from '@tanstack/react-router';

/** What each journey hangs its routes on; made in `app/router.tsx`. */
export type Root = RootRoute<Register>;
