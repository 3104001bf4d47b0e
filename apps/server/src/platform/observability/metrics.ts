import { Hono } from 'hono';
import type { CommandOutcome, Observer } from './observer.ts';

/** What only the database knows, asked when the metrics are read. */
export interface Gauges {
  readonly facts: number;
  readonly outboxWaiting: number;
}

/** Figures for Prometheus: an observer that counts, and the page that they are read from. */
export interface Metrics {
  readonly observer: Observer;
  /** `GET /metrics`. `gauges` is asked at each reading. */
  page(gauges: () => Promise<Gauges>): Hono;
}

/**
 * Loads the Prometheus client and sets up the figures. Every label has few values: a route is a pattern, a command a
 * type of the engine's.
 */
export async function openMetrics(): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'assay_' });
  const requests = new Histogram({
    name: 'assay_request_duration_seconds',
    help: 'How long requests took, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  const commands = new Counter({
    name: 'assay_commands_total',
    help: 'Commands that the engine was asked to decide, by type and by how they ended.',
    labelNames: ['type', 'outcome'],
    registers: [register],
  });
  const facts = new Gauge({ name: 'assay_facts', help: 'Facts on the record.', registers: [register] });
  const waiting = new Gauge({
    name: 'assay_outbox_waiting',
    help: 'Messages that are not delivered yet.',
    registers: [register],
  });

  return {
    observer: {
      request: ({ method }) => ({
        run: (work) => work(),
        end: ({ route, status, seconds }) =>
          requests.observe({ method: methodLabel(method), route, status: String(status) }, seconds),
      }),
      command() {
        const asked: string[] = [];
        return {
          asked: (type) => void asked.push(type),
          end: (outcome) => countEach(asked, outcome, (labels) => commands.inc(labels)),
        };
      },
    },
    page: (gauges) =>
      new Hono().get('/metrics', async (c) => {
        const now = await gauges();
        facts.set(now.facts);
        waiting.set(now.outboxWaiting);
        return c.text(await register.metrics(), 200, { 'Content-Type': register.contentType });
      }),
  };
}

/** A client may make up methods, and each would be a series of its own. */
const methodLabel = (method: string) =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';

/** Of several commands in one unit of work all were accepted, or the last one is why none was. */
function countEach(
  asked: readonly string[],
  outcome: CommandOutcome,
  count: (labels: { type: string; outcome: CommandOutcome }) => void,
): void {
  const told = outcome === 'accepted' ? asked : asked.slice(-1);
  for (const type of told) count({ type, outcome });
}
