import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ClusterView } from '#app/_data/studio/insights.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { ClusterTag } from '#app/_ui/reputation/ClusterTag.tsx'
import { say } from '#app/_ui/say.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { useShare } from './useDay.ts'

type Props = { cluster: ClusterView; completions: number; now: number /** Where the quest's participants are. */; people: string }

const quiet = 'underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent'

/** Accounts that look like one person's: how many are here, what share of the completions is theirs, every reason, and who they are. */
export function ClusterCard({ cluster, completions, now, people }: Props) {
  const t = useTranslations('insights.clusters')
  const locale = useLocale()
  const format = useFormatter()
  const share = useShare()
  const { id, flag, foundAt, reasons, accounts, here, completed, participants } = cluster
  return (
    <li className="slab p-5 sm:p-6" data-cluster={id}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="font-semibold">{t('here', { here })}</h3>
        {flag === 'none' ? <Tag>{t('none')}</Tag> : <ClusterTag flag={flag} />}
        <span className="ml-auto text-sm text-faint">
          {t('found')} <Ago at={foundAt} now={now} />
        </span>
      </div>
      <p className="mt-1 text-muted">
        {t('anywhere', { count: accounts })} ·{' '}
        {completed === 0 || completions === 0
          ? t('noCompletions')
          : t('share', { share: share(completed / completions), completed: format.number(completed), all: format.number(completions) })}
      </p>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
        <div>
          <h4 className="text-sm text-faint">{t('reasons')}</h4>
          <ul className="mt-1 divide-y divide-line">
            {reasons.map(({ code, strength, text }) => (
              <li key={`${code} ${text.en}`} className="py-2">
                <p className="[overflow-wrap:anywhere]">{say(text, locale)}</p>
                <p className="text-sm text-faint">{t('strength', { value: strength })}</p>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h4 className="text-sm text-faint">{t('members')}</h4>
          <ul className="mt-1 divide-y divide-line">
            {participants.map(({ account, handle, wallet, completed: through }) => {
              const name = handle ?? (wallet === null ? account.slice(0, 8) : shorten(walletAddress(wallet), 6, 4))
              return (
                <li key={account} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                  {wallet === null ? (
                    <span>{name}</span>
                  ) : (
                    <SiteLink
                      href={`${people}?wallet=${walletAddress(wallet)}`}
                      className={`min-w-0 py-0.5 [overflow-wrap:anywhere] ${quiet} ${handle ? '' : 'font-mono text-[0.875rem]'}`}
                    >
                      {name}
                    </SiteLink>
                  )}
                  <Tag tone={through ? 'good' : 'plain'}>{t(through ? 'through' : 'notThrough')}</Tag>
                </li>
              )
            })}
          </ul>
          {participants.length < here && <p className="mt-2 text-sm text-faint">{t('first', { count: participants.length })}</p>}
        </div>
      </div>
    </li>
  )
}
