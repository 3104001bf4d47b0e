import type { Database } from './database.ts';
import type { Library } from './library/library.ts';
import type { Dialect } from './platform/dialect.ts';
import type { FileStore } from './platform/files/store.ts';
import type { Identity } from './platform/identity/identity.ts';
import type { Log } from './platform/log.ts';
import type { Observer } from './platform/observability/observer.ts';
import type { Settings } from './platform/settings.ts';
import type { Growth } from './record/growth.ts';
import type { Given } from './record/unit.ts';

/** Everything a request may use, made once by the composition root. */
export interface World {
  readonly settings: Settings;
  readonly log: Log;
  readonly db: Database;
  /** Where the log of facts ends, for those who wait for it to go on. */
  readonly growth: Growth;
  readonly dialect: Dialect;
  readonly library: Library;
  readonly identity: Identity;
  readonly files: FileStore;
  readonly given: Given;
  readonly observer: Observer;
  /** Whether the server is on its way out: it answers what is running, and says that it is not ready for more. */
  readonly life: { stopping: boolean };
  /** Called after a commit that may have left something in the outbox. */
  readonly nudge: () => void;
}
