'use client'

import { useEffect, useEffectEvent } from 'react'

const shownMs = 6000

/** What just happened, at the foot of the screen for a moment; the history says it for good. */
export function Said({ words, onOver }: { words: string; onOver: () => void }) {
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (words === '') return
    const timer = setTimeout(over, shownMs)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-6 z-30 flex justify-center px-4" role="status">
      {words !== '' && <p className="animate-arrive rounded-xl bg-ink px-4 py-3 text-[0.9375rem] text-paper shadow-lift">{words}</p>}
    </div>
  )
}
