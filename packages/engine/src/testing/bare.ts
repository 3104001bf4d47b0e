import { initialTransition, transition, type AnyEventObject, type AnyStateMachine } from 'xstate';

/** A chart stepped by xstate's pure `transition` alone, snapshot by snapshot. */
export interface Bare {
  /** Back to the initial state. */
  begin(): void;
  /** One event; xstate says nothing where no step takes it. */
  take(event: AnyEventObject): void;
  status(): string;
}

/** The machine of a workflow without the wrapper around it: for measuring and checking what the wrapper adds. */
export function bare(machine: AnyStateMachine, context: object): Bare {
  let [snapshot] = initialTransition(machine, context);
  return {
    begin() {
      [snapshot] = initialTransition(machine, context);
    },
    take(event) {
      [snapshot] = transition(machine, snapshot, event);
    },
    status: () => String(snapshot.value),
  };
}
