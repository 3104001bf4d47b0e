import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context, SpanContext } from '@opentelemetry/api';
import type { Observer } from './observer.ts';

/** Spans for a collector: an observer that makes them, and the end of it, which sends the last ones. */
export interface Tracing {
  readonly observer: Observer;
  stop(): Promise<void>;
}

/** How long the collector may take, in milliseconds; spans that it does not take by then are lost. */
const patience = 3_000;

/**
 * Loads OpenTelemetry and sends a span for each request and each command to a collector, over OTLP/HTTP. Nothing is
 * registered globally, so no library starts to make spans of its own: what a span says is what is written here.
 *
 * @param endpoint the collector's base address, such as http://127.0.0.1:4318.
 */
export async function openTracing(endpoint: string): Promise<Tracing> {
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = await import('@opentelemetry/api');
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: patience });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'assay' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('assay');
  const current = new AsyncLocalStorage<Context>();

  return {
    observer: {
      request({ method, traceparent }) {
        const caller = parentIn(traceparent);
        const parent = caller === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, caller);
        const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent);
        return {
          run: (work) => current.run(trace.setSpan(parent, span), work),
          end({ route, status }) {
            span.updateName(`${method} ${route}`);
            span.setAttributes({
              'http.request.method': method,
              'http.route': route,
              'http.response.status_code': status,
            });
            if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
            span.end();
          },
        };
      },
      command() {
        const span = tracer.startSpan('command', {}, current.getStore() ?? ROOT_CONTEXT);
        const types: string[] = [];
        return {
          asked: (type) => void types.push(type),
          end(outcome) {
            if (types[0] !== undefined) span.updateName(types[0]);
            span.setAttributes({ 'assay.command.types': types, 'assay.command.outcome': outcome });
            if (outcome === 'failed') span.setStatus({ code: SpanStatusCode.ERROR });
            span.end();
          },
        };
      },
    },
    async stop() {
      // A collector that is gone must not hold up the end, nor make it a failure.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

/** The caller's span in a W3C `traceparent` header, or null. */
function parentIn(header: string | undefined): SpanContext | null {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(header ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}
