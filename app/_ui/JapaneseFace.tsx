'use client'

import '@fontsource-variable/noto-sans-jp/index.css'

/** Brings the Japanese face's style sheet with it; loaded only where it is rendered. */
export default function JapaneseFace() {
  return null
}
