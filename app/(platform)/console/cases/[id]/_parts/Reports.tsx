import { useTranslations } from 'next-intl'
import type { CaseFile } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { MemberName } from '#app/_ui/wallet/MemberName.tsx'

/** What members said, each with who it was. */
export function Reports({ said, now }: { said: CaseFile['said']; now: number }) {
  const t = useTranslations('platform.case')
  const tQueue = useTranslations('platform.queue')
  return (
    <section aria-labelledby="said">
      <h2 id="said" className="mb-3 text-section font-semibold">
        {t('said', { count: said.length })}
      </h2>
      <ul className="slab divide-y divide-line px-5">
        {said.map(({ reason, words, by, createdAt }) => (
          <li key={`${by} ${createdAt}`} className="grid gap-2 py-4" data-report={reason}>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.875rem] text-faint">
              <Tag tone="bad">{tQueue(`reason.${reason}`)}</Tag>
              {by && <MemberName name={by} className="text-muted" />}
              <Ago at={createdAt} now={now} />
            </p>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{words}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
