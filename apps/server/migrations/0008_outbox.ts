import { sql, type Kysely } from 'kysely';

/**
 * Deliveries that are claimed, retried and given up; endpoints outside and the facts they are told of; who wants mail.
 * What waited before goes on waiting, and is due at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.dropIndex('outbox_waiting').execute();
  await schema
    .alterTable('outbox')
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  // Long past by default, so that a new row is due whatever clock looks at it.
  await schema
    .alterTable('outbox')
    .addColumn('next_at', 'text', (c) => c.defaultTo('1970-01-01T00:00:00.000Z'))
    .execute();
  for (const column of ['claimed_until', 'dead_at', 'last_error', 'endpoint'])
    await schema.alterTable('outbox').addColumn(column, 'text').execute();
  await sql`update outbox set next_at = null where delivered_at is not null`.execute(db);
  await schema
    .createIndex('outbox_due')
    .on('outbox')
    .columns(['kind', 'next_at', 'created_at', 'id'])
    .where('next_at', 'is not', null)
    .execute();
  await schema
    .createIndex('outbox_dead')
    .on('outbox')
    .columns(['dead_at', 'id'])
    .where('dead_at', 'is not', null)
    .execute();
  await schema
    .createIndex('outbox_of_endpoint')
    .on('outbox')
    .columns(['endpoint', 'created_at', 'id'])
    .where('endpoint', 'is not', null)
    .execute();

  await schema
    .createTable('webhook_endpoint')
    .addColumn('endpoint', 'text', (c) => c.primaryKey())
    .addColumn('provider', 'text')
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('registered_by', 'text', (c) => c.notNull())
    .addColumn('registered_at', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('webhook_endpoint_of_provider').on('webhook_endpoint').columns(['provider']).execute();
  await schema
    .createTable('webhook_subscription')
    .addColumn('fact', 'text', (c) => c.notNull())
    .addColumn('endpoint', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('webhook_subscription_once', ['fact', 'endpoint'])
    .execute();
  await schema
    .createIndex('webhook_subscription_of_endpoint')
    .on('webhook_subscription')
    .columns(['endpoint'])
    .execute();
  await schema
    .createTable('mail_preference')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('wants', 'integer', (c) => c.notNull())
    .execute();
}
