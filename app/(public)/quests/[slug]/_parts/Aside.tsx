'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { QuestDetail } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { solidityOf } from '#app/_ui/credential/lifecycle.ts'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { sayReward } from '#app/_ui/quest/reward.ts'
import { useFacts } from '#app/_ui/SiteFacts.tsx'
import { ConnectButton } from '#app/_ui/wallet/ConnectButton.tsx'
import { LinkButton } from '#app/_ui/wallet/LinkButton.tsx'
import { nameOf } from '#app/_ui/wallet/nameOf.ts'
import { TestCoins } from '#app/_ui/wallet/TestCoins.tsx'
import { networkNames } from '#app/_ui/wallet/walletWords.ts'
import { Fees } from './Fees.tsx'
import { Lacking } from './Lacking.tsx'
import { useLive } from './QuestProgress.tsx'

// What few quests have, and what comes with the CUBE.
const SaveEvidence = dynamic(() => import('#app/_ui/credential/SaveEvidence.tsx').then(({ SaveEvidence }) => SaveEvidence), {
  loading: () => null,
})
const StateLine = dynamic(() => import('#app/_ui/credential/StateLine.tsx').then(({ StateLine }) => StateLine), { loading: () => null })
const Prizes = dynamic(() => import('./Prizes.tsx').then(({ Prizes }) => Prizes), { loading: () => null })

/** What there is to earn, how much is left, and, once earned, where the CUBE stands. */
export function Aside() {
  const t = useTranslations('quest')
  const { quest, me, progress } = useLive()
  const credential = progress?.credential ?? null
  const category = isCategory(quest.category) ? quest.category : 'infrastructure'
  // Before there is a CUBE, the one that there would be.
  const mintsTo = me?.wallets.find(({ primary }) => primary)?.address ?? ''
  return (
    <aside className="slab p-6 lg:sticky lg:top-24" aria-label={t('aside')}>
      <Cube
        key={credential?.state ?? 'preview'}
        quest={quest.slug}
        category={category}
        holder={credential?.holder.mintedTo ?? mintsTo}
        serial={credential?.serial ?? null}
        solidity={credential ? solidityOf(credential.state) : 1}
        className="mx-auto mt-1 h-44 animate-arrive"
        label={t('stone')}
      />
      {credential ? <Earned /> : <ToEarn />}
      {quest.prize && <Prizes quest={quest} />}
    </aside>
  )
}

function ToEarn() {
  const t = useTranslations('quest')
  const locale = useLocale()
  const { quest, me, progress, now, missing: lacking } = useLive()
  const facts = useFacts()
  const format = new Intl.NumberFormat(locale)
  const left = Math.max(0, quest.supply - (progress?.taken ?? quest.completed))
  const passed = progress?.steps.filter((step) => step.verdict?.status === 'pass').length ?? 0
  // A chain of the quest whose kind of wallet the member has not linked yet.
  const missing = (['solana', 'eip155'] as const).find(
    (namespace) =>
      quest.chains.some((chain) => chain.startsWith(`${namespace}:`)) &&
      !me?.wallets.some(({ address }) => address.startsWith(`${namespace}:`)),
  )
  const opens = Date.parse(quest.opensAt) > now
  const closedBecause = whyClosed(quest, { left, taken: progress?.taken ?? quest.completed, now })
  return (
    <>
      <p className="mt-5 text-center text-sm text-faint">{me ? t('previewYours') : t('preview')}</p>
      <dl className="mt-5 grid gap-3 border-t border-line pt-5 text-[0.9375rem]">
        <Row name={t('earn')} value={t('cubeAndPoints', { count: quest.points })} />
        {quest.reward !== null && <Row name={t('reward')} value={sayReward(quest.reward, locale)} />}
        <Row
          name={t('placesLeft')}
          value={t('leftOf', { left: format.format(left), supply: format.format(quest.supply) })}
          share={quest.supply > 0 ? left / quest.supply : 0}
        />
        <Row name={opens ? t('opens') : t('closes')} value={<Ago at={opens ? quest.opensAt : quest.closesAt} now={now} />} />
        {quest.feePerMint !== null && <Row name={t('fee.name')} value={sayFee(quest.feePerMint, t('fee.none'), locale)} />}
      </dl>
      <Fees quest={quest} isMember={me !== null} />
      <div className="mt-6">
        {closedBecause ? (
          <p className="rounded-xl bg-sunken px-4 py-3 text-center text-muted" role="status">
            {closedBecause === 'ended' && quest.family?.nextAt
              ? t.rich('streak.again', { when: () => <Ago at={quest.family?.nextAt ?? quest.closesAt} now={now} /> })
              : t(closedBecause === 'soldOut' && passed === quest.stepList.length ? 'soldOutDone' : closedBecause)}
          </p>
        ) : lacking ? (
          <Lacking {...lacking} />
        ) : me ? (
          <>
            <p className="font-medium">{t('passed', { passed, steps: quest.stepList.length })}</p>
            <p className="mt-1 text-[0.9375rem] text-muted">
              {progress?.countedBy ? t('counted', { wallet: nameOf(me, progress.countedBy) }) : t('watching')}
            </p>
            <div className="mt-4 grid gap-2">
              {missing && <LinkButton me={me} words={t('linkFirst', { network: networkNames[missing] })} className="w-full" />}
              {facts.faucet && <TestCoins wallets={me.wallets} />}
            </div>
          </>
        ) : (
          <>
            <ConnectButton size="large" className="w-full" words={t('connect')} />
            <p className="mt-3 text-center text-sm text-faint">{t('free')}</p>
          </>
        )}
      </div>
    </>
  )
}

function Earned() {
  const t = useTranslations('quest')
  const locale = useLocale()
  const { quest, progress, now, usualMs } = useLive()
  const credential = progress?.credential
  if (!credential) return null
  return (
    <div aria-live="polite">
      <h2 className="mt-5 text-center text-section font-semibold">{credential.state === 'final' ? t('yours') : t('settling')}</h2>
      <p className="mt-1 text-center text-[0.9375rem] text-muted">
        {credential.serial === null ? t('placeTaken') : t('serial', { serial: String(credential.serial + 1) })}
      </p>
      <div className="mt-6 border-t border-line pt-6">
        <StateLine
          state={credential.state}
          waitsFor={credential.waitsFor}
          batch={credential.batch}
          times={credential.times}
          now={now}
          usualMs={usualMs}
          upright
        />
      </div>
      {credential.index !== null && (
        <ButtonLink
          href={`/explorer/credentials/${credential.index}`}
          look={credential.state === 'final' ? 'primary' : 'quiet'}
          className="mt-6 w-full"
        >
          {t('see')}
        </ButtonLink>
      )}
      {quest.reward !== null && credential.index !== null && (
        <ButtonLink href="/me/rewards" look="quiet" className="mt-2 w-full">
          {t('claim', { reward: sayReward(quest.reward, locale) })}
        </ButtonLink>
      )}
      <div className="mt-2">
        <SaveEvidence slug={quest.slug} />
      </div>
    </div>
  )
}

/** The text that says why nobody can begin now; null when anybody can. */
type Now = { left: number; taken: number; now: number }

function whyClosed(quest: QuestDetail, { left, taken, now }: Now): 'publishing' | 'paused' | 'ended' | 'soldOut' | 'unfunded' | null {
  if (quest.status !== 'live') return quest.status
  if (Date.parse(quest.closesAt) <= now) return 'ended'
  if (left === 0) return 'soldOut'
  return quest.paidPlaces !== null && taken >= quest.paidPlaces ? 'unfunded' : null
}

const sayFee = (wei: string, none: string, locale: string) => (wei === '0' ? none : sayReward(wei, locale))

/** A `share` below 1 draws a bar under the row. */
function Row({ name, value, share }: { name: string; value: ReactNode; share?: number }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right font-medium">{value}</dd>
      {share !== undefined && share < 1 && (
        <dd className="h-1 w-full overflow-hidden rounded-full bg-line" aria-hidden="true">
          <div className="h-full bg-accent" style={{ width: `${100 * share}%` }} />
        </dd>
      )}
    </div>
  )
}
