import { Panel } from '../../shared/Panel.tsx';
import type { DemoPerson, Role } from '../../shared/server.ts';
import css from './public.module.css';

const roles: readonly { readonly role: Role; readonly name: string }[] = [
  { role: 'assessor', name: 'Assessors' },
  { role: 'moderator', name: 'Moderators' },
  { role: 'externalModerator', name: 'External moderators' },
  { role: 'provider', name: 'Training provider' },
  { role: 'administrator', name: 'Administrators' },
  // Last, for they are many.
  { role: 'candidate', name: 'Candidates' },
];

type Props = {
  readonly people: readonly DemoPerson[];
  readonly busy: string | null;
  readonly onChoose: (person: string) => void;
};

/** The invented people of the demonstration, by role, each with what they stand for. */
export function DemoPeople({ people, busy, onChoose }: Props) {
  const present = roles
    .map(({ role, name }) => ({ name, people: people.filter((person) => person.role === role) }))
    .filter((group) => group.people.length > 0);
  return (
    <Panel title="As one of the demo people">
      {present.map((group) => (
        <div key={group.name} className={css['demoGroup']}>
          <h3 className={css['demoRole']}>{group.name}</h3>
          <ul className={css['demoList']}>
            {group.people.map((person) => (
              <li key={person.id}>
                <button
                  type="button"
                  className={css['demoPerson']}
                  disabled={busy !== null}
                  aria-busy={busy === person.id}
                  onClick={() => onChoose(person.id)}
                >
                  <span className={css['demoName']}>{person.name}</span>
                  <span className={css['small']}>{person.about}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
