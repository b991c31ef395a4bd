import { useLocale, useTranslations } from 'next-intl'
import type { ChainView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { say } from '#app/_ui/say.ts'
import { ChainMark } from './ChainMark.tsx'

const tones = { ok: 'bg-good', late: 'bg-accent', down: 'bg-bad', unused: 'bg-line' } as const

/** The chains that quests read, and whether we can see their heads. */
export function ChainHealth({ chains, now }: { chains: ChainView[]; now: number }) {
  const t = useTranslations('explorer')
  const locale = useLocale()
  const format = new Intl.NumberFormat(locale)
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {chains.map((chain) => (
        <li key={chain.chain} className="slab flex items-center gap-4 px-4 py-3.5">
          <ChainMark chain={chain.chain} icon={chain.icon} />
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">{say(chain.name, locale)}</p>
            <p className="text-sm text-faint">
              {chain.status === 'down'
                ? t('chainDown')
                : t(chain.status === 'late' ? 'late' : 'head', { height: format.format(chain.height ?? 0) })}
              {chain.checkedAt && (
                <>
                  {' · '}
                  <Ago at={chain.checkedAt} now={now} />
                </>
              )}
            </p>
          </div>
          <span className={`size-2.5 shrink-0 rounded-full ${tones[chain.status]}`} aria-hidden="true" />
        </li>
      ))}
    </ul>
  )
}
