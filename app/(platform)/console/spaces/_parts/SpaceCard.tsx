import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { MarkedSpace } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'
import { ReasonList } from '#app/_ui/space/QualityMark.tsx'
import { MemberName } from '#app/_ui/wallet/MemberName.tsx'
import { StopButton } from './StopButton.tsx'

const tones = { low: 'bad', new: 'plain', steady: 'good' } as const

/** A space with its mark, every reason for it, and what stops it. */
export function SpaceCard({ space }: { space: MarkedSpace }) {
  const t = useTranslations('platform.spaces')
  const tQuality = useTranslations('space.quality')
  const format = useFormatter()
  const locale = useLocale()
  const { slug, name, owner, createdAt, quests, completions, members, quality, stop } = space
  const numbers = { quests: format.number(quests), completions: format.number(completions), members: format.number(members) }
  return (
    <li className="slab p-5" data-space={slug}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-56">
          <SiteLink href={`/spaces/${slug}`} className="text-lg font-semibold [overflow-wrap:anywhere] underline-offset-4 hover:underline">
            {name}
          </SiteLink>
          <p className="text-[0.875rem] text-faint">
            <span className="font-mono [overflow-wrap:anywhere]">{slug}</span>
            {owner && (
              <>
                {' · '}
                <MemberName name={owner} />
              </>
            )}
            {' · '}
            {format.dateTime(new Date(createdAt), { dateStyle: 'medium' })}
          </p>
          <p className="mt-1 text-[0.9375rem] text-muted">{t('numbers', numbers)}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {stop && <Tag tone="bad">{t(`stop.${stop.kind}`)}</Tag>}
          <Tag tone={tones[quality.level]}>{tQuality(`level.${quality.level}.name`)}</Tag>
          <StopButton slug={slug} name={name} stopped={stop !== null} />
        </div>
      </div>
      {stop?.reason && <p className="mt-3 text-[0.9375rem] text-bad">{say(stop.reason, locale)}</p>}
      <details className="mt-3">
        <summary className="w-fit py-1 text-[0.9375rem] text-muted hover:text-ink">{t('reasons')}</summary>
        <div className="mt-3">
          <ReasonList reasons={quality.reasons} />
        </div>
      </details>
    </li>
  )
}
