/** A text cut at what a pattern with one group finds, that included; each part with where it begins. */
export function cutText(text: string, pattern: RegExp): { at: number; part: string }[] {
  const parts: { at: number; part: string }[] = []
  let at = 0
  for (const part of text.split(pattern)) {
    if (part !== '') parts.push({ at, part })
    at += part.length
  }
  return parts
}
