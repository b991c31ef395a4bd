import { useTranslations } from 'next-intl'
import type { Me } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { nameOf } from './nameOf.ts'

/** Who is signed in; leads to wallets, sessions and sign-out. */
export function AccountChip({ me }: { me: NonNullable<Me> }) {
  const t = useTranslations('site')
  return (
    <SiteLink
      href="/me"
      className="flex h-9 items-center gap-2 rounded-full border border-line bg-surface px-1.5 text-sm sm:pr-3.5 font-medium transition-colors hover:border-edge"
    >
      <Cube quest="account" category="learn" holder={me.accountId} className="h-6" />
      <span className="sr-only">{t('yourAccount')}: </span>
      <span className="sr-only sm:not-sr-only">
        <span className={`block max-w-28 truncate ${me.handle ? '' : 'font-mono text-[0.8125rem]'}`}>
          {me.handle ?? nameOf(me, me.wallet)}
        </span>
      </span>
    </SiteLink>
  )
}
