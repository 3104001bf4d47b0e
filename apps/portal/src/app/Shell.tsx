import { Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';

import { Loading } from '../shared/Loading.tsx';
import { useDemo, useMe } from '../shared/session.ts';
import { Navigation } from './Navigation.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import css from './shell.module.css';

/** What stands around every page: skip link, demo ribbon, header with navigation, main, footer. */
export function Shell() {
  return (
    <div className={css['frame']}>
      <a href="#main" className={css['skip']}>
        Skip to the content
      </a>
      <Suspense fallback={<Loading />}>
        <Ribbon />
        <Header />
        <main id="main" tabIndex={-1} className={css['main']} style={{ outline: 'none' }}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <footer className={css['footer']}>Assay takes a professional qualification from evidence to award.</footer>
      </Suspense>
    </div>
  );
}

function Ribbon() {
  const demo = useDemo();
  const me = useMe();
  if (demo?.on !== true) return null;
  return (
    <aside className={css['ribbon']} aria-label="Demonstration">
      <span>Demonstration. People and portfolios are invented.</span>
      {me !== null && (
        <Link to="/sign-in" search={{}}>
          Sign in as someone else
        </Link>
      )}
    </aside>
  );
}

function Header() {
  const me = useMe();
  const [opened, { toggle, close }] = useDisclosure();
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(close, [path, close]);

  return (
    <header className={css['header']}>
      <div className={css['bar']}>
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom="md"
          size="sm"
          aria-label="Menu"
          aria-expanded={opened}
          aria-controls="menu"
        />
        <Link to="/" className={css['brand']}>
          <img src="/mark.svg" alt="" width={26} height={26} />
          Assay
        </Link>
        <nav aria-label="Main" className="mantine-visible-from-md" style={{ flex: 1 }}>
          <Navigation me={me} as="bar" />
        </nav>
        <div className={css['push']}>
          <PersonMenu me={me} />
        </div>
      </div>
      {opened && (
        <nav aria-label="Main" id="menu" className={`${css['sheet']} mantine-hidden-from-md`}>
          <Navigation me={me} as="sheet" />
        </nav>
      )}
    </header>
  );
}
