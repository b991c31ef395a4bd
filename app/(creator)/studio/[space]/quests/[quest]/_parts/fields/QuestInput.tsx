'use client'

import { useLocale } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { textOf } from '#app/_ui/rule/controls/control.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { say } from '#app/_ui/say.ts'
import type { Problem } from '../state/problems.ts'
import { TextInput } from './TextInput.tsx'

type Props = {
  path: string
  label: string
  hint: string
  value: Json | undefined
  problems: readonly Problem[]
  onChange: (value: string | undefined) => void
}

const pauseMs = 300

/** A quest by the last part of its address; those that fit what is typed are suggested. */
export function QuestInput(props: Props) {
  const locale = useLocale()
  const list = useId()
  const [found, setFound] = useState<{ slug: string; title: string }[]>([])
  const sought = textOf(props.value)
  useEffect(() => {
    if (sought.length < 2) return
    let over = false
    const timer = setTimeout(async () => {
      try {
        const { items } = await api.quests.list.query({ q: sought.slice(0, 80), limit: 8 })
        if (!over) setFound(items.map(({ slug, title }) => ({ slug, title: say(title, locale) })))
      } catch {
        // No suggestions: the field takes what is typed.
      }
    }, pauseMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [sought, locale])
  return (
    <>
      <TextInput {...props} code list={list} placeholder="wrap-and-hold" />
      <datalist id={list}>
        {found.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </datalist>
    </>
  )
}
