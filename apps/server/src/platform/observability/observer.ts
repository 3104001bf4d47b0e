/** How a command ended. `repeated` was answered from before; `clashed` saw an older version. */
export type CommandOutcome = 'accepted' | 'repeated' | 'refused' | 'clashed' | 'failed';

export interface RequestWatch {
  /** Runs what answers the request, so that what begins inside it is known to belong to it. */
  run<Answer>(work: () => Answer): Answer;
  /** `route` is the pattern, never the address. */
  end(answered: { readonly route: string; readonly status: number; readonly seconds: number }): void;
}

export interface CommandWatch {
  /** The type of a command that the engine was asked to decide; one unit of work may ask several. */
  asked(type: string): void;
  end(outcome: CommandOutcome): void;
}

/** Told of every request and every command, and of nobody's name, text or address. */
export interface Observer {
  request(begun: { readonly method: string; readonly traceparent: string | undefined }): RequestWatch;
  command(): CommandWatch;
}

/** Several observers told as one. */
export function observers(all: readonly Observer[]): Observer {
  return {
    request(begun) {
      const watches = all.map((observer) => observer.request(begun));
      return {
        run: (work) => watches.reduce((inner, watch) => () => watch.run(inner), work)(),
        end: (answered) => watches.forEach((watch) => watch.end(answered)),
      };
    },
    command() {
      const watches = all.map((observer) => observer.command());
      return {
        asked: (type) => watches.forEach((watch) => watch.asked(type)),
        end: (outcome) => watches.forEach((watch) => watch.end(outcome)),
      };
    },
  };
}

/** Watches nothing. */
export const unobserved: Observer = observers([]);
