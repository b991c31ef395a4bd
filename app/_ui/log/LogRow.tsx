import { useTranslations } from 'next-intl'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { MemberName, shownName } from '#app/_ui/wallet/MemberName.tsx'
import { ChangeList } from './ChangeList.tsx'

type Entry = { action: string; by: string | null; subject: string; before: unknown; after: unknown; at: string }
/** `words`: the act as a few words. `automatic`: what is said where nobody in person did it. */
type Props = { entry: Entry; words: string; automatic: string; now: number }

const walletId = /^(eip155|solana):/
const digest = /^(0x)?[0-9a-f]{64}$/
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Who did what to what and when, with what it changed. */
export function LogRow({ entry: { action, by, subject, before, after, at }, words, automatic, now }: Props) {
  const t = useTranslations('audit')
  return (
    <li data-action={action} className="py-4">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <span className="font-medium">{words}</span>
        {/* An id says nothing to a reader; what it is of stands in the words. */}
        {!uuid.test(subject) && (
          <span className="min-w-0 font-mono text-[0.875rem] text-muted [overflow-wrap:anywhere]" title={subject}>
            {walletId.test(subject) ? shownName(subject) : digest.test(subject) ? shorten(subject, 10, 8) : subject}
          </span>
        )}
      </p>
      <p className="text-[0.875rem] text-faint">
        {by === null ? automatic : t.rich('by', { member: () => <MemberName name={by} className="text-muted" /> })} ·{' '}
        <Ago at={at} now={now} />
      </p>
      <ChangeList before={before} after={after} />
    </li>
  )
}
