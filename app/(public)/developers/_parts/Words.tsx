import { cutText } from './cutText.ts'

/** English words of the document, on whichever page; what stands between backticks is code. */
export function Words({ text, className = '' }: { text: string; className?: string }) {
  return (
    <span lang="en" className={className}>
      {cutText(text, /(`[^`]+`)/).map(({ at, part }) =>
        part.startsWith('`') ? (
          <code key={at} className="font-mono text-[0.875em] text-ink">
            {part.slice(1, -1)}
          </code>
        ) : (
          part
        ),
      )}
    </span>
  )
}
