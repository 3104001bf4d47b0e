import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

import { Acknowledgement } from '../../shared/Acknowledgement.tsx';
import { counted } from '../../shared/formatting.ts';
import { Page } from '../../shared/Page.tsx';
import { useFramework } from '../../shared/useFramework.ts';
import { AreaText } from './AreaText.tsx';
import css from './public.module.css';
import { SchemeText } from './SchemeText.tsx';
import { SectionText } from './SectionText.tsx';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** One framework whole, as published, with a search over its statements. */
export function FrameworkPage() {
  const { framework: id } = useParams({ from: '/standards/$framework' });
  const search = useSearch({ from: '/standards/$framework' });
  const navigate = useNavigate({ from: '/standards/$framework' });
  const { framework, scheme } = useFramework(id);
  const [typed, setTyped] = useState(search.find ?? '');
  const keep = useDebouncedCallback((find: string) => {
    void navigate({ search: find === '' ? {} : { find }, replace: true, resetScroll: false });
  }, 250);

  const wanted = typed.trim().toLowerCase();
  const matches = (statement: { code: string; text: string }) =>
    wanted === '' || statement.text.toLowerCase().includes(wanted) || statement.code.toLowerCase().startsWith(wanted);
  const found = framework.areas.map((area) => ({ area, statements: area.statements.filter(matches) }));
  const total = found.reduce((sum, { statements }) => sum + statements.length, 0);

  return (
    <Page
      title={framework.title}
      above={
        <p style={{ marginTop: 0 }}>
          <Link to="/standards">All frameworks</Link>
        </p>
      }
      intro={[framework.publisher, framework.year, framework.reference].filter((part) => part !== null).join(', ')}
    >
      <div className={css['book']}>
        <nav aria-label="Contents" className={css['contents']}>
          <p className={css['contentsTitle']}>{capital(framework.labels.area.plural)}</p>
          <ol>
            {framework.areas.map((area) => (
              <li key={area.id}>
                <a href={`#${area.id}`}>{area.title}</a>
              </li>
            ))}
          </ol>
          <ul>
            {wanted === '' && framework.glossary.length > 0 && (
              <li>
                <a href="#glossary">Notes on terms</a>
              </li>
            )}
            {wanted === '' && scheme && (
              <li>
                <a href="#scheme">How it is assessed</a>
              </li>
            )}
            <li>
              <a href="#source">Source and licence</a>
            </li>
          </ul>
        </nav>
        <div className={css['text']}>
          <search>
            <TextInput
              label={`Search the ${framework.labels.statement.plural}`}
              type="search"
              placeholder={`A word, or a code such as ${framework.areas[0]?.statements[0]?.code ?? ''}`}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                keep(event.currentTarget.value);
              }}
            />
            <output className={css['found']}>
              {wanted !== '' && `${counted(total, 'statement', 'statements')} found`}
            </output>
          </search>
          {wanted === '' && framework.sections.map((section) => <SectionText key={section.id} section={section} />)}
          {found.map(
            ({ area, statements }) =>
              statements.length > 0 && (
                <AreaText
                  key={area.id}
                  framework={framework}
                  area={area}
                  statements={statements}
                  whole={wanted === ''}
                />
              ),
          )}
          {wanted === '' && <Glossary framework={framework} />}
          {wanted === '' && scheme && <SchemeText scheme={scheme} framework={framework} />}
          <section id="source" aria-labelledby="source-title">
            <h2 id="source-title">Source and licence</h2>
            {framework.copyright !== null && <p>{framework.copyright}</p>}
            <p>{framework.licenceNote}</p>
            {framework.titleNote !== undefined && <p className={css['small']}>{framework.titleNote}</p>}
            {framework.yearNote !== undefined && <p className={css['small']}>{framework.yearNote}</p>}
          </section>
          <Acknowledgement framework={framework} />
        </div>
      </div>
    </Page>
  );
}

function Glossary({ framework }: Pick<ReturnType<typeof useFramework>, 'framework'>) {
  if (framework.glossary.length === 0) return null;
  return (
    <section id="glossary" aria-labelledby="glossary-title">
      <h2 id="glossary-title">Notes on terms</h2>
      <p className={css['small']}>These notes are ours. The official wording stays as published.</p>
      <dl className={css['glossary']}>
        {framework.glossary.map(({ term, note, statements }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {note} {statements.length > 0 && <span className={css['small']}>In {statements.join(', ')}.</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
