import { Anchor, Button, Checkbox, createTheme, Drawer, Modal, Table, TextInput } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

/** The one accent: a quiet ink blue. Index 7 is the filled colour in light, 4 the text colour in dark. */
const ink = [
  '#eef6f8',
  '#dcebf0',
  '#b9d7e0',
  '#92c1cf',
  '#72afc1',
  '#4a93a9',
  '#2c7890',
  '#17566b',
  '#124a5d',
  '#0c3847',
] as const;

/** Mantine takes its dark surfaces and borders from here; 4 is the border of a field, at 3:1 to what is around it. */
const dark = [
  '#e2e7e9',
  '#b7c1c6',
  '#a5b0b5',
  '#7f8d94',
  '#6f7d84',
  '#2d373c',
  '#222a2e',
  '#14191c',
  '#101416',
  '#0b0e10',
] as const;

export const theme = createTheme({
  colors: { ink, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // A link inside a sentence must be told from the sentence without colour.
    Anchor: Anchor.extend({ defaultProps: { underline: 'always' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'md' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: { fontWeight: 650, fontSize: '1.125rem' } },
    }),
    // The title of a dialog is no banner of the page, so its header element is taken out of the landmarks.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'none' } }),
    DrawerHeader: Drawer.Header.extend({ defaultProps: { role: 'none' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 'xs' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
  },
});

/**
 * Mantine's own grey for secondary text and its red for errors fall short of 4.5:1 on white, so both
 * are set here, with the surfaces and the tones that every status shape uses.
 */
export const colours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfbfa',
    '--mantine-color-default-border': '#849197',
    '--mantine-color-gray-4': '#849197',
    '--mantine-color-text': '#1b2327',
    '--mantine-color-dimmed': '#545e64',
    '--mantine-color-placeholder': '#68737a',
    '--mantine-color-error': '#a81e1e',
    '--mantine-color-anchor': '#135a70',
    '--mantine-color-disabled-color': '#5c666c',
    '--surface': '#ffffff',
    '--surface-quiet': '#f2f4f4',
    '--line': '#d5dbdd',
    '--line-strong': '#849197',
    '--tone-good': '#12633a',
    '--tone-good-soft': '#e4f3ea',
    '--tone-attention': '#7a4a00',
    '--tone-attention-soft': '#fcf0d9',
    '--tone-bad': '#9b1c1c',
    '--tone-bad-soft': '#fce9e8',
    '--tone-open': '#135a70',
    '--tone-open-soft': '#e3f0f4',
    '--tone-neutral': '#4d575c',
    '--tone-neutral-soft': '#eceff0',
  },
  dark: {
    '--mantine-color-body': '#14191c',
    '--mantine-color-default-border': '#6f7d84',
    '--mantine-color-text': '#e2e7e9',
    '--mantine-color-dimmed': '#a5b0b5',
    '--mantine-color-placeholder': '#8f9ba1',
    '--mantine-color-error': '#ff9b93',
    '--mantine-color-anchor': '#8fcadb',
    '--mantine-color-disabled-color': '#9aa5aa',
    '--surface': '#1b2226',
    '--surface-quiet': '#222a2e',
    '--line': '#364147',
    '--line-strong': '#7f8d94',
    '--tone-good': '#86d7a8',
    '--tone-good-soft': '#173626',
    '--tone-attention': '#f2c173',
    '--tone-attention-soft': '#3b2d12',
    '--tone-bad': '#ffa59e',
    '--tone-bad-soft': '#421f1f',
    '--tone-open': '#8fcadb',
    '--tone-open-soft': '#173540',
    '--tone-neutral': '#b7c1c6',
    '--tone-neutral-soft': '#2a3338',
  },
});
