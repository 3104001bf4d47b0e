import { z } from 'zod';

/** Asked again, so that nobody signs at a desk that somebody left; left out where the session was proved of late. */
export const password = z.string().max(200).optional();
