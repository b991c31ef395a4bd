import { useTranslations } from 'next-intl'
import type { InsightQuest, ParticipantRow, ParticipantsPage } from '#app/_data/studio/insights.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { StateTag } from '#app/_ui/credential/StateTag.tsx'
import { useAmounts } from '#app/_ui/explorer/useTxWords.ts'
import { ClusterTag } from '#app/_ui/reputation/ClusterTag.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { RevokeButton } from './RevokeButton.tsx'
import { MarkLegend, StepMarks } from './StepMarks.tsx'

type Props = {
  space: string
  quest: InsightQuest
  page: ParticipantsPage
  now: number
  /** The role may take credentials back. */
  mayRevoke: boolean
}

const quiet = 'underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent'

/** Participants as rows; on a phone each is a block with its facts below each other, and the names of the columns stand beside them. */
export function ParticipantTable({ space, quest, page: { items, tokens }, now, mayRevoke }: Props) {
  const t = useTranslations('insights.people')
  const names = ['member', 'started', 'steps', 'cube', 'reward', 'from'] as const
  return (
    <>
      <div className="slab overflow-hidden">
        <table className="w-full text-[0.9375rem] max-md:block">
          <thead className="text-[0.8125rem] text-faint max-md:hidden">
            <tr className="border-b border-line text-left">
              {names.map((name) => (
                <th key={name} scope="col" className="px-4 py-3 font-medium">
                  {t(name)}
                </th>
              ))}
              {mayRevoke && <td />}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {items.map((row) => (
              <Row key={row.id} {...{ space, quest, row, now, mayRevoke, tokens }} />
            ))}
          </tbody>
        </table>
      </div>
      <MarkLegend />
    </>
  )
}

type RowProps = Omit<Props, 'page'> & { row: ParticipantRow; tokens: ParticipantsPage['tokens'] }

function Row({ space, quest, row, now, mayRevoke, tokens }: RowProps) {
  const t = useTranslations('insights.people')
  const amountOf = useAmounts(tokens)
  const { account, credential, reward, from, cluster } = row
  const name = account.handle ?? (account.wallet === null ? t('gone') : shorten(walletAddress(account.wallet), 6, 4))
  const page = account.handle ?? account.wallet
  const cell =
    'px-4 py-3.5 align-top max-md:flex max-md:flex-wrap max-md:items-center max-md:justify-between max-md:gap-x-4 max-md:px-0 max-md:py-1'
  const label = (key: 'started' | 'steps' | 'cube' | 'reward' | 'from') => <span className="text-sm text-faint md:hidden">{t(key)}</span>
  const canRevoke = mayRevoke && credential !== null && credential.revocation === null && credential.state !== 'refused'
  return (
    <tr className="border-b border-line last:border-0 max-md:block max-md:px-4 max-md:py-3" data-participant={account.id}>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <span className="min-w-0">
          {page === null ? (
            <span className="text-muted">{name}</span>
          ) : (
            <SiteLink
              href={`/people/${encodeURIComponent(page)}`}
              className={`font-medium [overflow-wrap:anywhere] ${quiet} ${account.handle ? '' : 'font-mono text-[0.875rem]'}`}
            >
              {name}
            </SiteLink>
          )}
          {account.handle !== null && account.wallet !== null && (
            <span className="block font-mono text-[0.8125rem] text-faint" title={walletAddress(account.wallet)}>
              {shorten(walletAddress(account.wallet), 6, 4)}
            </span>
          )}
          {(cluster === 'watch' || cluster === 'flagged') && (
            <span className="mt-1 block">
              <ClusterTag flag={cluster} />
            </span>
          )}
        </span>
      </th>
      <td className={`${cell} text-muted`}>
        {label('started')}
        <Ago at={row.startedAt} now={now} />
      </td>
      <td className={cell}>
        {label('steps')}
        <StepMarks steps={quest.steps} verdicts={row.verdicts} />
      </td>
      <td className={cell}>
        {label('cube')}
        <Credential credential={credential} completed={row.completedAt !== null} />
      </td>
      <td className={`${cell} text-muted`}>
        {label('reward')}
        {reward === null ? '–' : `${amountOf({ token: reward.token, value: reward.amount })} · ${t(`paid.${reward.paid}`)}`}
      </td>
      <td className={`${cell} text-muted [overflow-wrap:anywhere]`}>
        {label('from')}
        <span>{[from.referrer, from.ref].filter((part) => part !== null).join(' · ') || '–'}</span>
      </td>
      {mayRevoke && (
        <td className={`${cell} text-right`}>
          {canRevoke && (
            <RevokeButton space={space} name={name} credential={{ id: credential.id, serial: credential.serial, quest: quest.title }} />
          )}
        </td>
      )}
    </tr>
  )
}

function Credential({ credential, completed }: Pick<ParticipantRow, 'credential'> & { completed: boolean }) {
  const t = useTranslations('insights.people')
  if (credential === null) return <span className="text-faint">{t(completed ? 'notMinted' : 'open')}</span>
  const { index, state, revocation } = credential
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {index !== null && (
        <SiteLink href={`/explorer/credentials/${index}`} className={`font-medium ${quiet}`}>
          #{index}
        </SiteLink>
      )}
      {revocation === null ? (
        <StateTag state={state} batch={null} />
      ) : (
        <Tag tone="bad">{t(revocation === 'done' ? 'revoked' : 'revoking')}</Tag>
      )}
    </span>
  )
}
