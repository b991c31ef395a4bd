'use client'

import { useEffect, useRef, useState } from 'react'
import { type CoverRefusal, coverLimits, sendCover } from '#app/_client/sendCover.ts'

/** Words of `cover.problem`. */
export type CoverProblem =
  | 'empty'
  | 'not-a-picture'
  | 'kind'
  | 'animated'
  | 'damaged'
  | 'colours'
  | 'more-than-a-picture'
  | 'too-small'
  | 'too-many-pixels'
  | 'too-large'
  | 'too-many'
  | 'fast'
  | 'right'
  | 'signed-out'
  | 'offline'
  | 'unknown'

/** `part`: of the bytes that are sent, 0 to 1. */
export type CoverState = { at: 'still' } | { at: 'sending'; part: number } | { at: 'refused'; problem: CoverProblem }

const byCode: Readonly<Record<string, CoverProblem>> = {
  'input.too-large': 'too-large',
  conflict: 'too-many',
  'rate.limited': 'fast',
  'auth.forbidden': 'right',
  'auth.required': 'signed-out',
  offline: 'offline',
}
const named: ReadonlySet<string> = new Set<CoverProblem>([
  ...(['empty', 'not-a-picture', 'kind', 'animated', 'damaged', 'colours', 'more-than-a-picture', 'too-small', 'too-many-pixels'] as const),
])

function problemOf(error: unknown): CoverProblem {
  const { code = 'unknown', problem = null } = (error ?? {}) as Partial<CoverRefusal>
  if (code === 'picture.refused' && problem !== null && named.has(problem)) return problem as CoverProblem
  return byCode[code] ?? 'unknown'
}

/** Sends one picture at a time; the one before is let go. What is there stays until the new one has arrived. */
export function useCover(space: string, onSent: (picture: string) => void) {
  const [state, setState] = useState<CoverState>({ at: 'still' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const cancel = () => {
    running.current?.abort()
    running.current = null
    setState({ at: 'still' })
  }
  const send = async (file: Blob) => {
    running.current?.abort()
    if (file.size > coverLimits.bytes) return setState({ at: 'refused', problem: 'too-large' })
    const mine = new AbortController()
    running.current = mine
    setState({ at: 'sending', part: 0 })
    const onProgress = (part: number) => running.current === mine && setState({ at: 'sending', part })
    try {
      const { picture } = await sendCover({ space, file, onProgress, signal: mine.signal })
      if (running.current !== mine) return
      setState({ at: 'still' })
      onSent(picture)
    } catch (error) {
      if (running.current === mine) setState({ at: 'refused', problem: problemOf(error) })
    }
  }
  return { state, send, cancel }
}
