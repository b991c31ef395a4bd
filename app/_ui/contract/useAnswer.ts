'use client'

import { useEffect, useRef, useState } from 'react'

/** What is being asked for: nothing yet, an answer, or why there is none. `late`: the answer is to an earlier question. */
export type Asked<T> = { answer: T | null; error: unknown; late: boolean }

/**
 * Asks once for each question, after typing has paused; an answer to a question that is over is dropped. The last answer stays until the next one is there,
 * so that nothing jumps. `question`: what tells questions apart; null asks nothing.
 */
export function useAnswer<T>(question: string | null, ask: () => Promise<T>, pauseMs = 0): Asked<T> {
  const [got, setGot] = useState<{ to: string | null; answer: T | null; error: unknown }>({ to: null, answer: null, error: null })
  // The same question is asked in the same way, by whichever rendering.
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  }, [ask])
  useEffect(() => {
    if (question === null) return
    let over = false
    const timer = setTimeout(async () => {
      try {
        const answer = await latest.current()
        if (!over) setGot({ to: question, answer, error: null })
      } catch (error) {
        if (!over) setGot({ to: question, answer: null, error })
      }
    }, pauseMs)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [question, pauseMs])
  return { answer: got.answer, error: got.error, late: got.to !== question }
}
