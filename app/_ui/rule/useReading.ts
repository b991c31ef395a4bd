'use client'

import { useEffect, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { Json } from './draft.ts'
import { nothingRead, type Reading } from './reading.ts'

/** Typing pauses for so long before the server is asked. */
const pauseMs = 350

/** What the server says of a rule, kept true while it changes. `late`: it speaks of an earlier one still. */
export function useReading(rule: Json): { reading: Reading; late: boolean } {
  const text = JSON.stringify(rule)
  const [read, setRead] = useState<{ text: string; reading: Reading }>({ text: 'null', reading: nothingRead })
  useEffect(() => {
    if (text === 'null') return
    let over = false
    const timer = setTimeout(async () => {
      try {
        const reading = await api.studio.rules.read.mutate({ rule: JSON.parse(text) })
        if (!over) setRead({ text, reading })
      } catch {
        // Away for a moment, or too much at once: the next change asks again.
      }
    }, pauseMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [text])
  return { reading: text === 'null' ? nothingRead : read.reading, late: read.text !== text }
}
