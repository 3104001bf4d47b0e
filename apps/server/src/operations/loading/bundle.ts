import { createHash } from 'node:crypto';
import { workflowNamed, type AnyFact, type State } from '@assay/engine';
import { projections } from '../../projections.ts';
import { rowOf } from '../../record/chain.ts';
import { addressed, keep } from '../../record/commit.ts';
import { keepDeadline } from '../../record/deadlines.ts';
import type { Recorded } from '../../record/projection.ts';
import type { Scratch } from './scratch.ts';
import type { Turns } from './turns.ts';

/** What one command put on one record. */
export interface Entered {
  readonly workflow: string;
  readonly stream: string;
  readonly next: State<object>;
  readonly facts: readonly AnyFact[];
}

/** One command and everything that it and its arrows put on the record. */
interface Sent {
  readonly type: string;
  readonly entered: Entered[];
}

interface Head {
  readonly workflow: string;
  version: number;
  hash: string;
  state: State<object>;
}

interface Told {
  readonly workflow: string;
  readonly one: Recorded<object, AnyFact>;
}

/** Items change nothing but their own portfolio's counts, so those of many portfolios can be kept together. */
const apart = 'evidence item';

/**
 * Facts that were decided elsewhere, on their way into a database: rows with their hashes, states, and what is kept for
 * reading, just as `commit` would have written them. They are gathered in a scratch database, so that whoever pours it
 * out has whole tables to copy.
 */
export class Bundle {
  readonly #scratch: Scratch;
  readonly #turns: Turns;
  readonly #heads = new Map<string, Head>();
  #sent: Sent[] = [];

  constructor(scratch: Scratch, turns: Turns) {
    this.#scratch = scratch;
    this.#turns = turns;
  }

  /** Takes what a command decided. `follows`: it is an arrow of the command before, sent under the same id. */
  take(type: string, entered: readonly Entered[], follows: boolean): void {
    const last = this.#sent.at(-1);
    if (follows && last !== undefined) last.entered.push(...entered);
    else this.#sent.push({ type, entered: [...entered] });
  }

  /** Writes what was taken so far into the scratch database. Answers how many facts it were. */
  async settle(): Promise<number> {
    const sent = this.#sent;
    this.#sent = [];
    const many = sent.reduce((sum, { entered }) => sum + entered.reduce((all, { facts }) => all + facts.length, 0), 0);
    const told = this.#write(sent, this.#turns.reserve(many));
    await this.#keep(told);
    return many;
  }

  /** Writes the states to which everything led, and the deadlines that run. The next bundle begins anew. */
  async end(): Promise<void> {
    await this.settle();
    const { db, connection } = this.#scratch;
    const stream = connection.prepare('insert into stream values (?, ?, ?, ?, ?, ?)');
    await db.transaction().execute(async (writing) => {
      for (const [id, { workflow, version, hash, state }] of this.#heads) {
        stream.run(id, workflow, version, state.status, JSON.stringify(state.context), hash);
        const running = workflowNamed.get(workflow)?.deadline(state) ?? null;
        await keepDeadline(writing, { stream: id, workflow }, null, running);
      }
    });
    this.#heads.clear();
  }

  #write(sent: readonly Sent[], first: number): Told[] {
    const { connection } = this.#scratch;
    const fact = connection.prepare(`insert into fact values (${Array.from({ length: 14 }, () => '?').join(', ')})`);
    const command = connection.prepare('insert into command values (?, ?, ?, ?, ?)');
    const told: Told[] = [];
    let position = first;
    const write = connection.transaction(() => {
      for (const { type, entered } of sent) {
        const id = idAt(position);
        const asked = createHash('sha256').update(type);
        for (const { workflow, stream, next, facts } of entered) {
          const head = this.#heads.get(stream) ?? { workflow, version: 0, hash: '', state: next };
          this.#heads.set(stream, head);
          for (const one of facts) {
            const row = rowOf(one, {
              position: position++,
              stream,
              version: ++head.version,
              workflow,
              command: id,
              previous: head.hash === '' ? null : head.hash,
            });
            head.hash = row.hash;
            asked.update(row.data);
            fact.run(Object.values(row));
            told.push({ workflow, one: { stream, version: row.version, ...next, fact: one } });
          }
          head.state = next;
        }
        const [leading] = entered;
        const [by] = leading?.facts ?? [];
        if (leading === undefined || by === undefined) continue;
        const { version = 0 } = this.#heads.get(leading.stream) ?? {};
        const answer = JSON.stringify({ version, status: leading.next.status });
        command.run(id, by.by.person, asked.digest('hex'), answer, by.at);
      }
    });
    write();
    return told;
  }

  async #keep(told: readonly Told[]): Promise<void> {
    const { db, connection } = this.#scratch;
    const notice = connection.prepare('insert into notice values (?, ?, ?, ?, ?)');
    await db.transaction().execute(async (writing) => {
      const items = told.filter(({ workflow }) => workflow === apart);
      for (const run of [...runsOf(told.filter(({ workflow }) => workflow !== apart)), items]) {
        const [first] = run;
        if (first === undefined) continue;
        const projection = projections.get(first.workflow);
        await keep(
          writing,
          run.map(({ one }) => one),
          projection,
        );
        for (const { one } of run) {
          // As the relay leaves them: nothing of a loading waits to be told.
          const messages = await addressed(writing, projection?.messages(one) ?? [], one.fact.by.person);
          for (const [index, { person, says, link }] of messages.entries())
            notice.run(`${one.stream}/${one.version}/${index}`, person, one.fact.at, says, link);
        }
      }
    });
  }
}

/** What follows one another in one workflow, together. */
function runsOf(told: readonly Told[]): Told[][] {
  const runs: Told[][] = [];
  for (const one of told) {
    const run = runs.at(-1);
    if (run?.[0]?.workflow === one.workflow) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** A UUID (version 8, of one's own making) that follows the log, so that the index of commands grows at its end. */
function idAt(position: number): string {
  const digits = position.toString(16).padStart(16, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8000-8000-00000000${digits.slice(12)}`;
}
