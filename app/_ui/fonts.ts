import localFont from 'next/font/local'

/** Geist, from the package: nothing is fetched while building. */
export const textFont = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-text',
  weight: '100 900',
  // Preloaded; where it still comes late, this visit keeps the face of the system: lines of a page that is being read must not break anew.
  display: 'optional',
})

export const codeFont = localFont({
  src: '../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-code',
  weight: '100 900',
  display: 'swap',
  preload: false,
})
