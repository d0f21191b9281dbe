import { Button, type CSSVariablesResolver, createTheme } from '@mantine/core'

/** Calm and dense, dark by default. One accent for what needs me (blue), one for what is live (red); the rest grey. */
export const theme = createTheme({
  fontFamily: "'Noto Sans Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Noto Sans Variable', system-ui, sans-serif" },
  // Stacked Vietnamese marks (Ẫ, Ễ, Ợ) need the room.
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.65' },
  colors: {
    // From text to ground; every step that carries text keeps 4.5:1 on the two grounds (6 raised, 7 page).
    dark: [
      '#eef1f5',
      '#d5dae1',
      '#a9b2bd',
      '#7a8490',
      '#333b45',
      '#262d36',
      '#181c22',
      '#0f1216',
      '#0b0d10',
      '#07090b',
    ],
  },
  primaryColor: 'blue',
  // Mantine's own choice of white on its blue fails WCAG AA.
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  cursorType: 'pointer',
  // For the default colour autoContrast looks at the light shade; named, it looks at the one that is used.
  components: {
    // The kit's line of exactly one letter cuts what hangs below it and what stands on top.
    Button: Button.extend({ defaultProps: { color: 'blue.4' }, styles: { label: { lineHeight: 1.5 } } }),
    // A dialog's heading is no second banner beside the strip.
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
})

/** The kit's red for faults has too little contrast on dark grounds. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: { '--mantine-color-error': 'var(--mantine-color-red-4)' },
})
