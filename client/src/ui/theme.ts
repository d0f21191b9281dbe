import { createTheme } from '@mantine/core'

/** Calm and dense, dark by default. One accent for what needs me (blue), one for what is live (red); the rest grey. */
export const theme = createTheme({
  fontFamily: "'Noto Sans Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Noto Sans Variable', system-ui, sans-serif" },
  // Stacked Vietnamese marks (Ẫ, Ễ, Ợ) need the room.
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.6', xl: '1.65' },
  primaryColor: 'blue',
  // Mantine's own choice of white on its blue fails WCAG AA.
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  cursorType: 'pointer',
})
