import { RE2JS } from 're2js'

/** Longest pattern, and the most of a text that is looked through: RE2 takes time by their product. */
export const patternLimits = { pattern: 200, text: 10_000 } as const

const compiled = new Map<string, RE2JS | null>()

/** RE2 has no back-references and no look-around, so no pattern can take more than linear time. */
function compile(pattern: string): RE2JS | null {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const fresh = pattern.length > patternLimits.pattern ? null : compileFresh(pattern)
  if (compiled.size > 1000) compiled.clear()
  compiled.set(pattern, fresh)
  return fresh
}

function compileFresh(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern)
  } catch {
    return null
  }
}

/** What is wrong with a pattern, or null. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > patternLimits.pattern) return `a pattern has at most ${patternLimits.pattern} characters`
  return compile(pattern) ? null : 'not a regular expression of RE2 (no look-around, no back-references)'
}

/** True when the pattern is found somewhere in the text. A text that is too long to look through matches nothing. */
export function matchesPattern(pattern: string, text: string): boolean {
  if (text.length > patternLimits.text) return false
  return compile(pattern)?.matcher(text).find() ?? false
}
