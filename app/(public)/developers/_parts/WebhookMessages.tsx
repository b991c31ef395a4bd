import { useTranslations } from 'next-intl'
import type { Reference } from '#app/_data/reference.ts'
import { Code } from './Code.tsx'

/** What is sent to a space's own systems, by type. */
export function WebhookMessages({ messages, names }: { messages: Reference['messages']; names: readonly string[] }) {
  const t = useTranslations('reference.messages')
  return (
    <section aria-labelledby="messages">
      <h2 id="messages" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-2xl text-muted">{t('text')}</p>
      <ul className="mt-5 divide-y divide-line border-y border-line">
        {messages.map(({ type, summary, schema }) => (
          <li
            key={type}
            id={`message-${type}`}
            className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[13rem_minmax(0,1fr)_minmax(0,15rem)]"
          >
            <code className="font-mono text-[0.8125rem]">{type}</code>
            <span lang="en" className="text-[0.9375rem] text-muted">
              {summary}
            </span>
            <Code text={schema} names={names} />
          </li>
        ))}
      </ul>
    </section>
  )
}
