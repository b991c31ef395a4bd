import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Person, Standing } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { ClusterTag } from '#app/_ui/reputation/ClusterTag.tsx'
import { LevelBar } from '#app/_ui/reputation/LevelBar.tsx'
import { WalletName } from '#app/_ui/wallet/WalletName.tsx'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

type Props = { person: Person; name: string; standing: Standing; score: number; mine: boolean; pile: ReactNode }

/** Who it is, in three numbers, with the cairn beside them. */
export function PersonHead({ person, name, standing, score, mine, pile }: Props) {
  const t = useTranslations('person')
  const tReputation = useTranslations('reputation')
  const format = useFormatter()
  const { rank, cluster } = standing
  return (
    <section className="border-b border-line bg-sunken">
      <div className="page grid items-end gap-x-12 gap-y-10 pt-12 pb-12 md:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="min-w-0 self-center">
          <h1 className="text-title font-semibold break-words">{name}</h1>
          <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            {t('since', { date: format.dateTime(new Date(person.joinedAt), { dateStyle: 'long' }) })}
            {cluster && cluster.flag !== 'none' && <ClusterTag flag={cluster.flag} />}
          </p>
          <dl className="mt-8 flex flex-wrap gap-x-10 gap-y-5">
            <Figure value={format.number(person.count)} says={t('cubes', { count: person.count })}>
              {mine && person.hidden > 0 ? t('hiddenCount', { count: person.hidden }) : null}
            </Figure>
            <Figure value={format.number(score)} says={t('score')} href="#score" />
          </dl>
          <LevelBar standing={standing} className="mt-7 max-w-sm" />
          <p className="mt-1 text-sm">
            {rank ? (
              <SiteLink href="/leaderboard" className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent">
                {tReputation(rank.sharedBy > 1 ? 'rankShared' : 'rank', { rank: rank.rank, members: rank.members })}
              </SiteLink>
            ) : (
              <span className="text-muted">{tReputation('noRank')}</span>
            )}
          </p>
          <ul className="mt-7 flex flex-wrap gap-x-6 gap-y-2 text-[0.9375rem]" aria-label={t('wallets')}>
            {person.wallets.map((wallet) => (
              <li key={wallet} className="flex min-w-0 flex-wrap items-center gap-x-2">
                <span className="text-faint">{networkNames[walletNamespace(wallet)]}</span>
                <WalletName name={person.names[wallet]} address={walletAddress(wallet)} />
              </li>
            ))}
          </ul>
          {mine && (
            <ButtonLink href="/me" look="quiet" size="small" className="mt-7">
              {t('settings')}
            </ButtonLink>
          )}
        </div>
        {pile}
      </div>
    </section>
  )
}

function Figure({ value, says, href, children }: { value: string; says: string; href?: string; children?: ReactNode }) {
  return (
    <div>
      <dd className="text-5xl font-semibold tracking-tight">
        {href ? (
          <a href={href} className="decoration-line decoration-4 underline-offset-8 hover:underline">
            {value}
          </a>
        ) : (
          value
        )}
      </dd>
      <dt className="mt-1 text-muted">{says}</dt>
      {children && <dd className="text-sm text-faint">{children}</dd>}
    </div>
  )
}
