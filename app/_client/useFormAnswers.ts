'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** What a form holds: the values of each field that is not empty, by its name. */
export type FormAnswers = Record<string, string[]>

/**
 * Reads a form whose fields keep their own values: what was filled in before the page's script ran counts, too. `answers` is null until then, and a
 * button that sends must be disabled so long. `clear` empties the form.
 */
export function useFormAnswers() {
  const ref = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState<FormAnswers | null>(null)
  const read = useCallback(() => {
    if (ref.current) setAnswers(answersOf(new FormData(ref.current)))
  }, [])
  useEffect(read, [read])
  const clear = () => {
    ref.current?.reset()
    read()
  }
  return { form: { ref, onChange: read }, answers, clear }
}

function answersOf(data: FormData): FormAnswers {
  const answers: FormAnswers = {}
  for (const [name, value] of data) if (typeof value === 'string' && value.trim() !== '') answers[name] = [...(answers[name] ?? []), value]
  return answers
}
