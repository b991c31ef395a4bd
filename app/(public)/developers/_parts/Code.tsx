import { cutText } from './cutText.ts'

/** A type or a program as text. Names of types lead to them; long lines wrap, so that nothing scrolls on its own. */
export function Code({ text, names = [], className = '' }: { text: string; names?: readonly string[]; className?: string }) {
  const pattern = new RegExp(names.length === 0 ? '(?!)' : `(/\\*\\*.*?\\*/|\\b(?:${names.join('|')})\\b)`)
  return (
    <code className={`block font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap [overflow-wrap:anywhere] ${className}`}>
      {cutText(text, pattern).map(({ at, part }) =>
        names.includes(part) ? (
          <a key={at} href={`#type-${part}`} className="text-accent-text underline underline-offset-2">
            {part}
          </a>
        ) : part.startsWith('/**') ? (
          <span key={at} className="text-faint">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </code>
  )
}
