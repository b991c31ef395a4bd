import Image from 'next/image'
import { useTranslations } from 'next-intl'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

type Props = { badge: string; code: { badge: string; card: string } }

/** Badge and framed card for other sites, with the code to paste. */
export function Elsewhere({ badge, code }: Props) {
  const t = useTranslations('share')
  const words = { copy: t('copy'), copied: t('copiedCode'), failed: t('failed') }
  return (
    <details className="slab group px-5 py-1 open:pb-5">
      <summary className="flex min-h-11 items-center justify-between gap-3 rounded-lg font-medium">
        {t('elsewhere')}
        <span aria-hidden="true" className="text-faint transition-transform group-open:rotate-45">
          +
        </span>
      </summary>
      <p className="mt-1 text-[0.9375rem] text-muted">{t('elsewhereLead')}</p>
      <Image src={badge} alt="" width={280} height={64} unoptimized loading="lazy" className="mt-4 h-auto max-h-16 w-auto max-w-full" />
      <div className="mt-4 grid gap-4">
        <CopyCode label={t('badge')} code={code.badge} words={words} />
        <CopyCode label={t('card')} code={code.card} words={words} />
      </div>
    </details>
  )
}
