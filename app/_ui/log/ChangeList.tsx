import { useFormatter, useTranslations } from 'next-intl'
import { shorten } from '#app/_ui/base/shorten.ts'
import { shownName } from '#app/_ui/wallet/MemberName.tsx'
import { type Change, changesOf } from './changes.ts'

/** What an act changed, in the reader's words: the name of each value, what it was and what it is. */
export function ChangeList({ before, after }: { before: unknown; after: unknown }) {
  const changes = changesOf(before, after)
  if (changes.length === 0) return null
  return (
    <dl className="mt-2 grid gap-1.5 text-[0.9375rem]">
      {changes.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
    </dl>
  )
}

function ChangeLine({ change: { field, before, after } }: { change: Change }) {
  const t = useTranslations('audit')
  const wordsOf = useValueWords()
  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <dt className="text-muted">{useFieldName(field)}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere] whitespace-pre-line">
        {before !== null && (
          <>
            <span className="sr-only">{t('was')} </span>
            <del className="text-muted decoration-1">{wordsOf(field, before)}</del>
          </>
        )}
        {before !== null && after !== null && <span aria-hidden="true"> → </span>}
        {after !== null && (
          <>
            <span className="sr-only"> {t('is')} </span>
            <span>{wordsOf(field, after)}</span>
          </>
        )}
      </dd>
    </div>
  )
}

/** `links.1.url`: "Links 1, address". What has no name of its own is shown as it is called. */
function useFieldName(field: string): string {
  const t = useTranslations('audit.field')
  return field
    .split('.')
    .map((part) => (t.has(part as 'role') ? t(part as 'role') : part))
    .join(' · ')
}

const hash = /^(0x)?[0-9a-f]{64}$/
const walletId = /^(eip155|solana):\w+$/
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Roles and states by their names, instants as dates, hashes and wallets by their ends, all else as it is. */
function useValueWords(): (field: string, value: string) => string {
  const t = useTranslations('audit.value')
  const format = useFormatter()
  return (field, value) => {
    if (instant.test(value)) return format.dateTime(new Date(value), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
    const key = `${field.split('.').at(-1)}.${value}` as 'role.owner'
    if (t.has(key)) return t(key)
    if (hash.test(value)) return shorten(value, 10, 8)
    return walletId.test(value) ? shownName(value) : value
  }
}
