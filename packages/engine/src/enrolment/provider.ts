import { defineWorkflow } from '../kernel/index.ts';
import { providerPermissions, type ProviderCommand, type RegisterProvider } from './provider.commands.ts';
import { providerFacts, type Provider, type ProviderFact, type ProviderRegistered } from './provider.facts.ts';
import { providerMachine } from './provider.machine.ts';
import { providerIsNamed } from './provider.rules.ts';

/** Who a training provider is and who acts for it. */
export const provider = defineWorkflow<Provider, ProviderCommand, ProviderFact>({
  name: 'provider',
  machine: providerMachine,
  facts: providerFacts,
  opening: {
    command: 'RegisterProvider',
    fact: 'ProviderRegistered',
    rules: [providerIsNamed],
    tell: ({ provider: id, name }: RegisterProvider) => ({ provider: id, name }),
    context: ({ provider: id, name }: ProviderRegistered) => ({ provider: id, name, people: {} }),
  },
  may: providerPermissions,
  turns: { registered: { owner: 'provider' } },
  relation: (context, actor) => (context !== null && context.provider === actor.provider ? ['sameProvider'] : []),
  parties: () => [],
});
