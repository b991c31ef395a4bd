import type { ReactNode } from 'react'
import { JapaneseFont } from '#app/_ui/JapaneseFont.tsx'

/** Texts are written here in both languages, whichever the pages are in. */
export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <JapaneseFont />
      {children}
    </>
  )
}
