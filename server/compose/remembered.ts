/** Answers what was found less than `ms` ago; those who ask while it is looked for wait for the same answer. A look that failed is made again. */
export function remembered<T>(look: () => Promise<T>, { ms, now }: { ms: number; now(): number }): () => Promise<T> {
  let kept: { at: number; answer: Promise<T> } | null = null
  return () => {
    if (kept && now() - kept.at < ms) return kept.answer
    const fresh = { at: now(), answer: look() }
    kept = fresh
    fresh.answer.catch(() => {
      if (kept === fresh) kept = null
    })
    return fresh.answer
  }
}
