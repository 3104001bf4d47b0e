import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Providers } from './app/providers.tsx';
import { preloadSession } from './shared/session.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element with the id "root".');

preloadSession();

createRoot(place).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
