import { fileURLToPath } from 'node:url';

const file = (name: string) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));

/** DejaVu, embedded as a subset: free, and with every letter that a name may need. */
export const fonts = {
  body: file('DejaVuSerif'),
  heading: file('DejaVuSans-Bold'),
  small: file('DejaVuSerif'),
} as const;
