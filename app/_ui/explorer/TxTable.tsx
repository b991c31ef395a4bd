import { useTranslations } from 'next-intl'
import type { Tokens, Tx } from '#app/_data/explorer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { StateTag } from '#app/_ui/credential/StateTag.tsx'
import { useMemberName } from './MemberLink.tsx'
import { useTxWords } from './useTxWords.ts'

/** Transactions as rows; the words are the link, the row is its target. On a phone the state stands below the words. */
export function TxTable({ txs, tokens, now }: { txs: Tx[]; tokens: Tokens; now: number }) {
  const t = useTranslations('tx')
  const wordsOf = useTxWords(tokens)
  const nameOf = useMemberName()
  const head = 'px-4 py-3 text-left font-medium whitespace-nowrap'
  return (
    <div className="slab overflow-hidden">
      <table className="w-full text-[0.9375rem]">
        <thead className="text-[0.8125rem] text-faint">
          <tr className="border-b border-line">
            <th className={head}>{t('what')}</th>
            <th className={`${head} hidden sm:table-cell`}>{t('state')}</th>
            <th className={`${head} hidden lg:table-cell`}>{t('account')}</th>
            <th className={`${head} hidden lg:table-cell`}>{t('id')}</th>
            <th className={`${head} text-right`}>{t('when')}</th>
          </tr>
        </thead>
        <tbody>
          {txs.map((tx) => (
            <tr
              key={tx.id}
              className="relative border-b border-line transition-colors last:border-0 hover:bg-sunken/70"
              data-kind={tx.kind}
            >
              <td className="px-4 py-3.5">
                <SiteLink href={`/explorer/txs/${tx.id}`} className="font-medium wrap-anywhere after:absolute after:inset-0">
                  {wordsOf(tx)}
                </SiteLink>
                <div className="mt-1.5 sm:hidden">
                  <StateTag state={tx.state} batch={tx.batch} />
                </div>
              </td>
              <td className="hidden px-4 py-3.5 sm:table-cell">
                <StateTag state={tx.state} batch={tx.batch} />
              </td>
              <td className="hidden px-4 py-3.5 text-muted lg:table-cell">{tx.account === null ? '–' : nameOf(tx.account)}</td>
              <td className="hidden px-4 py-3.5 font-mono text-[0.8125rem] text-muted lg:table-cell">{shorten(tx.id, 8, 4)}</td>
              <td className="px-4 py-3.5 text-right align-top text-muted sm:align-middle">
                <Ago at={tx.at} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
