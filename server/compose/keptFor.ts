/** Asks again only after `ms`: callers meanwhile share one answer, also while it is being made. A failure is told to them and not kept. */
export function keptFor<T>(read: () => Promise<T>, { ms, now }: { ms: number; now(): number }): () => Promise<T> {
  let kept: { answer: Promise<T>; at: number } | null = null
  return () => {
    if (kept && now() - kept.at < ms) return kept.answer
    const asked = { answer: read(), at: now() }
    kept = asked
    asked.answer.catch(() => {
      if (kept === asked) kept = null
    })
    return asked.answer
  }
}
