'use client'

import type { CoverView } from '#app/_ui/quest/Cover.tsx'
import { CoverField } from '#app/_ui/quest/CoverField.tsx'
import { useProblemWordsAt } from '../problems/useProblemWords.ts'
import { isRecord } from '../state/document.ts'
import { idOf, useAt, useEditor } from '../state/editor.ts'

const path = 'definition.cover'
const textIn = (alt: unknown, language: string): string => {
  const text = alt !== null && typeof alt === 'object' ? (alt as Record<string, unknown>)[language] : undefined
  return typeof text === 'string' ? text : ''
}

/** The quest's picture with its words for who does not see it. */
export function CoverPart() {
  const { space } = useEditor()
  const { value, set } = useAt(path)
  const said = useProblemWordsAt()
  const cover: CoverView | null =
    isRecord(value) && typeof value.picture === 'string'
      ? { picture: value.picture, alt: { en: textIn(value.alt, 'en'), ja: textIn(value.alt, 'ja') } }
      : null
  return (
    <div id={idOf(path)} tabIndex={-1} className="outline-none">
      <CoverField
        space={space}
        value={cover}
        errors={{ picture: said(`${path}.picture`) ?? said(path, true), en: said(`${path}.alt.en`), ja: said(`${path}.alt.ja`) }}
        onChange={(next) => set(next ?? undefined, next !== null && next.picture === cover?.picture ? `${path}.alt` : `${path}.picture`)}
      />
    </div>
  )
}
