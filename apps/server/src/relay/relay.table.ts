/** The relay's tables beside the outbox, as migration 0008 makes them. */
export interface RelayTables {
  /** Where facts are told outside. `provider`: whose facts; null for everybody's, which administrators register. */
  webhook_endpoint: {
    endpoint: string;
    provider: string | null;
    url: string;
    registered_by: string;
    registered_at: string;
  };
  /** `fact` is a fact's type, `AwardPassed`. */
  webhook_subscription: { fact: string; endpoint: string };
  /** Whether somebody wants their notices by mail too, 0 or 1. Without a row they do. */
  mail_preference: { person: string; wants: number };
}
