/** A type or a program as text. Names of types lead to them; long lines wrap, so that nothing scrolls on its own. */
export function Code({ text, names = [], className = '' }: { text: string; names?: readonly string[]; className?: string }) {
  return (
    <code className={`block font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere] ${className}`}>
      {partsOf(text, names).map(({ at, part }) =>
        names.includes(part) ? (
          <a key={at} href={`#type-${part}`} className="text-accent-text underline underline-offset-2">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </code>
  )
}

/** The text cut before and after each name, each part with where it begins. */
function partsOf(text: string, names: readonly string[]): { at: number; part: string }[] {
  if (names.length === 0) return [{ at: 0, part: text }]
  const parts: { at: number; part: string }[] = []
  for (const part of text.split(new RegExp(`\\b(${names.join('|')})\\b`)))
    parts.push({ at: (parts.at(-1)?.at ?? 0) + (parts.at(-1)?.part.length ?? 0), part })
  return parts.filter(({ part }) => part !== '')
}
