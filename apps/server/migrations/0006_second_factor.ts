import type { Kysely } from 'kysely';

/**
 * What better-auth's second factor needs, in its own spelling (a test compares the two); when a session passed a
 * second factor and when its person last proved who they are; how long a guesser waits; and the last day of an
 * appointment.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .alterTable('user')
    .addColumn('twoFactorEnabled', 'boolean', (column) => column.defaultTo(false))
    .execute();
  await schema
    .createTable('twoFactor')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('backupCodes', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) => column.notNull().references('user.id').onDelete('cascade'))
    .addColumn('verified', 'boolean')
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', 'timestamptz')
    .execute();
  await schema.createIndex('twoFactor_secret_idx').on('twoFactor').column('secret').execute();
  await schema.createIndex('twoFactor_userId_idx').on('twoFactor').column('userId').execute();

  await schema.alterTable('session').addColumn('secondFactorAt', 'text').execute();
  await schema.alterTable('session').addColumn('provedAt', 'text').execute();

  await schema
    .createTable('proofDelay')
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('proofDelay_once', ['subject', 'place'])
    .execute();

  await schema.alterTable('appointment').addColumn('until', 'text').execute();
}
