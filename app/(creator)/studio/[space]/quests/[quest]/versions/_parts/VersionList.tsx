import { useTranslations } from 'next-intl'
import type { QuestVersion } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { whose } from '#app/_ui/draft/whose.ts'

/** Published versions, newest first: none of them ever changes. */
export function VersionList({ versions, now }: { versions: readonly QuestVersion[]; now: number }) {
  const t = useTranslations('drafts.versions')
  return (
    <ol className="slab divide-y divide-line px-5">
      {versions.map(({ version, rulesHash, at, by, shown, judges }) => (
        <li key={version} data-version={version} className="flex flex-wrap items-center gap-x-5 gap-y-1.5 py-4">
          <div className="min-w-0 flex-1 basis-52">
            <p className="font-medium">{t('version', { version })}</p>
            <p className="text-[0.875rem] text-faint">
              {by === null ? <Ago at={at} now={now} /> : t.rich('launched', { by: whose(by), when: () => <Ago at={at} now={now} /> })}
            </p>
          </div>
          <span className="flex flex-wrap gap-1.5">
            {shown && <Tag tone="good">{t('shown')}</Tag>}
            {judges && <Tag tone="accent">{t('judges')}</Tag>}
          </span>
          <span className="text-[0.875rem] text-faint">
            <span className="sr-only">{t('hash')} </span>
            <Hash value={rulesHash} />
          </span>
        </li>
      ))}
    </ol>
  )
}
