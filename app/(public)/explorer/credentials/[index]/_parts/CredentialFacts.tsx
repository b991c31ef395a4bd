import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CredentialRecord } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { BatchLink } from '#app/_ui/credential/BatchLink.tsx'
import { Rows, Section } from '#app/_ui/explorer/Section.tsx'
import { say } from '#app/_ui/say.ts'
import { WalletName } from '#app/_ui/wallet/WalletName.tsx'
import { networkNames, walletAddress, walletNamespace } from '#app/_ui/wallet/walletWords.ts'

type Props = {
  record: CredentialRecord
  /** The rollup's contract. */
  children: ReactNode
}

/** What the slot says of the credential. */
export function CredentialFacts({ record, children }: Props) {
  const t = useTranslations('credential')
  const locale = useLocale()
  const format = useFormatter()
  const { quest, serial, supply, issuedAt, expiresAt, batch, index, holder, names, space } = record
  const instant = (at: string) => format.dateTime(new Date(at), { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })
  return (
    <Section id="facts" title={t('facts')}>
      <Rows
        rows={[
          [
            t('quest'),
            <SiteLink
              key="quest"
              href={`/quests/${quest.slug}`}
              className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
            >
              {say(quest.title, locale)}
            </SiteLink>,
          ],
          [t('space'), space.name],
          [
            networkNames[walletNamespace(holder.mintedTo)],
            <WalletName key="holder" name={names[holder.mintedTo]} address={walletAddress(holder.mintedTo)} head={10} tail={8} />,
          ],
          serial === null ? null : [t('serialName'), t('serialOf', { serial: format.number(serial + 1), supply: format.number(supply) })],
          [t('pointsName'), format.number(quest.points)],
          issuedAt === null ? null : [t('issued'), instant(issuedAt)],
          [t('expires'), expiresAt === null ? t('never') : instant(expiresAt)],
          batch === null ? null : [t('batch'), <BatchLink key="batch" number={batch} />],
          index === null ? null : [t('index'), format.number(index)],
          [t('rollup'), children],
        ]}
      />
    </Section>
  )
}
