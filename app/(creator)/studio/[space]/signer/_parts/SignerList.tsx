'use client'

import { useTranslations } from 'next-intl'
import type { Signer } from '#app/_data/studio/signer.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { SignerCard } from './SignerCard.tsx'
import { useSignerDeed } from './useSignerDeed.ts'

type Props = { space: string; signers: readonly Signer[]; owns: boolean; now: number }

/** The platform and the space's own signers; one of them signs for what is launched next. */
export function SignerList({ space, signers, owns, now }: Props) {
  const t = useTranslations('signer')
  const deed = useSignerDeed(space)
  const own = signers.some(({ inUse }) => inUse)
  return (
    <section aria-labelledby="signers">
      <h2 id="signers" className="mb-4 text-section font-semibold">
        {t('signers')}
      </h2>
      <ul className="grid gap-4">
        <li className="slab flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2.5 font-semibold">
              {t('platform')} {!own && <Tag tone="accent">{t('inUse')}</Tag>}
            </p>
            <p className="mt-0.5 text-[0.9375rem] text-muted">{t('platformText')}</p>
          </div>
          {own && owns && (
            <Button
              look="quiet"
              size="small"
              disabled={deed.busy !== null}
              onClick={() => deed.run('use', (api) => api.use.mutate({ space, id: null }))}
            >
              {t('actions.usePlatform')}
            </Button>
          )}
          <p aria-live="polite" className="w-full text-sm text-bad empty:hidden">
            {deed.problem}
          </p>
        </li>
        {signers.map((signer) => (
          <SignerCard key={signer.id} space={space} signer={signer} owns={owns} now={now} />
        ))}
      </ul>
    </section>
  )
}
