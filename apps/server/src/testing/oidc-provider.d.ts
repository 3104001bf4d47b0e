// The package brings no types; those beside it pull in a second copy of what the portal shares with the server.
declare module 'oidc-provider' {
  import type { IncomingMessage, JsonWebKey, RequestListener, ServerResponse } from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Asked {
    readonly oidc: {
      readonly provider: Provider;
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
    };
  }
  interface Account {
    readonly accountId: string;
    claims(): Record<string, unknown>;
  }
  interface Configuration {
    readonly clients: readonly Record<string, unknown>[];
    readonly jwks: { readonly keys: readonly object[] };
    readonly claims: Record<string, readonly string[]>;
    readonly cookies: { readonly keys: readonly string[] };
    readonly features: Record<string, { readonly enabled: boolean }>;
    readonly interactions: { url(ctx: Asked, interaction: { readonly uid: string }): string };
    readonly pkce: { required(): boolean };
    findAccount(ctx: Asked, sub: string): Account;
    loadExistingGrant(ctx: Asked): Promise<Grant>;
    readonly ttl: Record<string, number>;
  }
  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (of: { clientId: string; accountId: string }) => Grant;
    callback(): RequestListener;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
