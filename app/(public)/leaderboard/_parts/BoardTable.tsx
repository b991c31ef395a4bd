import { useFormatter, useTranslations } from 'next-intl'
import type { Leaderboard, LeaderboardEntry } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { ClusterTag } from '#app/_ui/reputation/ClusterTag.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'

type Props = { entries: Leaderboard['entries']; mine: Leaderboard['mine'] }

const cell = 'px-3 py-3 sm:px-4'

/** Members by rank. One's own row stands above the others when it is not among them. */
export function BoardTable({ entries, mine }: Props) {
  const t = useTranslations('reputation.board')
  const isHere = mine !== null && entries.some(({ account }) => account.id === mine.account.id)
  return (
    <div className="slab overflow-hidden">
      <table className="w-full text-[0.9375rem]">
        <caption className="sr-only">{t('table')}</caption>
        <thead className="text-[0.8125rem] text-faint">
          <tr className="border-b border-line [&>th]:px-3 [&>th]:py-3 [&>th]:font-medium sm:[&>th]:px-4">
            <th className="w-20 text-left sm:w-36">{t('rank')}</th>
            <th className="text-left">{t('member')}</th>
            <th className="hidden text-right sm:table-cell">{t('cubes')}</th>
            <th className="text-right">{t('xp')}</th>
          </tr>
        </thead>
        {mine !== null && !isHere && (
          <tbody className="border-b-4 border-line">
            <Row entry={mine} mine isFirstOfRank />
          </tbody>
        )}
        <tbody>
          {entries.map((entry, i) => (
            <Row
              key={entry.account.id}
              entry={entry}
              mine={entry.account.id === mine?.account.id}
              isFirstOfRank={entries[i - 1]?.rank !== entry.rank}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ entry, mine, isFirstOfRank }: { entry: LeaderboardEntry; mine: boolean; isFirstOfRank: boolean }) {
  const t = useTranslations('reputation.board')
  const tReputation = useTranslations('reputation')
  const format = useFormatter()
  const { account, rank, sharedBy, next, level, xp, credentials, flagged } = entry
  const address = shorten(walletAddress(account.wallet), 6, 4)
  const name = account.handle ?? account.name
  return (
    <tr className={`relative border-b border-line transition-colors last:border-0 ${mine ? 'bg-accent-soft' : 'hover:bg-sunken/70'}`}>
      <td className={cell}>
        <span className="text-lg font-semibold">{format.number(rank)}</span>
        {sharedBy > 1 && isFirstOfRank && <span className="block text-xs text-muted">{t('shared', { count: sharedBy, next })}</span>}
      </td>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="flex items-center gap-3">
          <Cube quest="account" category="learn" holder={account.id} className="h-9 shrink-0" />
          <span className="min-w-0">
            <SiteLink
              href={`/people/${encodeURIComponent(account.handle ?? account.wallet)}`}
              className={`font-medium break-words after:absolute after:inset-0 ${name ? '' : 'font-mono text-[0.875rem]'}`}
            >
              {name ?? address}
            </SiteLink>
            <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
              {account.handle === null && account.name !== null && <span className="font-mono text-[0.8125rem]">{address}</span>}
              {tReputation('level', { level })}
              {mine && <Tag tone="accent">{t('you')}</Tag>}
              {flagged && <ClusterTag flag="flagged" />}
            </span>
          </span>
        </span>
      </th>
      <td className={`${cell} hidden text-right text-muted sm:table-cell`}>{format.number(credentials)}</td>
      <td className={`${cell} text-right font-semibold whitespace-nowrap`}>{format.number(xp)}</td>
    </tr>
  )
}
