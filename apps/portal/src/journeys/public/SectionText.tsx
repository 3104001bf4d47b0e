import type { Passage, Section } from '@assay/standards';

import css from './public.module.css';

/** A paragraph of the publication, with the note that says what was mended where something was. */
export function PassageText({ passage }: { passage: Passage }) {
  return (
    <>
      {passage.text}
      {passage.editorialNote !== undefined && <span className={css['editorial']}> [{passage.editorialNote}]</span>}
    </>
  );
}

/** A part of the publication that stands before the areas. */
export function SectionText({ section }: { section: Section }) {
  return (
    <section>
      {section.title !== null && <h2>{section.title}</h2>}
      <div className={css['printed']}>
        {section.paragraphs.map((passage) => (
          <p key={passage.text}>
            <PassageText passage={passage} />
          </p>
        ))}
        {section.lead !== null && <p>{section.lead}</p>}
        {section.items.length > 0 && (
          <ul>
            {section.items.map((passage) => (
              <li key={passage.text}>
                <PassageText passage={passage} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
