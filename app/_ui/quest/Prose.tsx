import Markdown from 'react-markdown'
import rehypeSanitize from 'rehype-sanitize'

/** Markdown written by others: no HTML, sanitised, links in a new tab without a referrer. Rendered on the server. */
export function Prose({ children }: { children: string }) {
  return (
    <div className="grid gap-4 leading-relaxed text-muted [&_a]:text-accent-text [&_a]:underline [&_a]:underline-offset-4 [&_code]:rounded [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-[0.875em] [&_h2]:text-lg [&_h2]:font-semibold [&_h2]:text-ink [&_h3]:font-semibold [&_h3]:text-ink [&_ol]:list-decimal [&_ol]:pl-5 [&_strong]:text-ink [&_ul]:list-disc [&_ul]:pl-5">
      <Markdown
        skipHtml
        rehypePlugins={[rehypeSanitize]}
        components={{
          h1: 'h2',
          img: () => null,
          a: ({ href, children: words }) => (
            <a href={href} target="_blank" rel="noopener noreferrer nofollow">
              {words}
            </a>
          ),
        }}
      >
        {children}
      </Markdown>
    </div>
  )
}
