import { useTranslations } from 'next-intl'
import type { ShownField, ShownOperation } from '#app/_data/reference.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Code } from './Code.tsx'
import { Snippet } from './Snippet.tsx'
import { Words } from './Words.tsx'

type Props = { operation: ShownOperation; names: readonly string[] }

/** One route: what it does, what it takes, what it answers, and how it is called. */
export function OperationArticle({ operation, names }: Props) {
  const t = useTranslations('reference')
  const { id, method, path, summary, words, scope, params, query, body, answer, curl, sdk } = operation
  return (
    <article id={id} className="mt-10 border-t border-line pt-8" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} lang="en" className="text-lg font-semibold">
        <a href={`#${id}`} className="underline-offset-4 hover:underline">
          {summary}
        </a>
      </h3>
      <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Tag tone={method === 'GET' ? 'plain' : 'accent'}>{method}</Tag>
        <code className="font-mono text-[0.875rem] [overflow-wrap:anywhere]">{path}</code>
        <span className="text-sm text-faint">
          {scope === null
            ? t('anyone')
            : t.rich('scope', { scope: () => <code className="font-mono text-[0.8125rem] text-muted">{scope}</code> })}
        </span>
      </p>
      {words && (
        <p className="mt-3 max-w-2xl text-muted">
          <Words text={words} />
        </p>
      )}
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <dl className="grid gap-4">
          {params.length > 0 && <Fields title={t('path')} fields={params} names={names} />}
          {query.length > 0 && <Fields title={t('query')} fields={query} names={names} />}
          {body && <Said title={t('body')} text={body} names={names} />}
          <Said title={t('answer', { status: answer.status })} text={answer.type} names={names} />
        </dl>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <Snippet title="curl" code={curl} />
          <Snippet title="TypeScript" code={sdk} />
          <details className="rounded-lg border border-line">
            <summary className="px-3 py-2 text-sm text-muted hover:text-ink">{t('example')}</summary>
            <Code text={answer.example} className="border-t border-line px-3 py-2.5 text-muted" />
          </details>
        </div>
      </div>
    </article>
  )
}

const term = 'text-sm font-medium'

function Fields({ title, fields, names }: { title: string; fields: readonly ShownField[]; names: readonly string[] }) {
  const t = useTranslations('reference')
  return (
    <div>
      <dt className={term}>{title}</dt>
      <dd className="mt-1.5">
        <ul className="divide-y divide-line border-y border-line">
          {fields.map(({ name, required, type, words }) => (
            <li key={name} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[8rem_minmax(0,1fr)]">
              <span className="font-mono text-[0.8125rem]">
                {name}
                {!required && <span className="ml-2 font-sans text-faint">{t('optional')}</span>}
              </span>
              <span className="min-w-0">
                <Code text={type} names={names} className="text-muted" />
                {words && <Words text={words} className="block text-sm text-faint" />}
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

function Said({ title, text, names }: { title: string; text: string; names: readonly string[] }) {
  return (
    <div>
      <dt className={term}>{title}</dt>
      <dd className="mt-1">
        <Code text={text} names={names} className="text-muted" />
      </dd>
    </div>
  )
}
