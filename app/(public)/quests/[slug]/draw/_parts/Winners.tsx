import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { Draw } from '#app/_data/views.ts'
import { buttonClass } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Section } from '#app/_ui/explorer/Section.tsx'
import { sayReward } from '#app/_ui/quest/reward.ts'

type Props = { draw: Draw; drawn: NonNullable<Draw['drawn']> }

const cell = 'px-2 py-2.5 first:pl-0 last:pr-0'

/** Who won, best first, by their CUBEs; both lists as files. */
export function Winners({ draw, drawn }: Props) {
  const t = useTranslations('draw')
  const locale = useLocale()
  const format = useFormatter()
  const raffle = draw.mode === 'raffle'
  const lead =
    drawn.winners === 0 ? t('nobody') : t('wonBy', { winners: drawn.winners, entrants: drawn.entrants, paid: format.number(drawn.paid) })
  return (
    <Section id="winners" title={t(`winners.${draw.mode}`)} lead={lead}>
      {drawn.winners > 0 && (
        <table className="w-full text-[0.9375rem]">
          <caption className="sr-only">{t(`winners.${draw.mode}`)}</caption>
          <thead className="text-left text-[0.8125rem] text-faint">
            <tr className="border-b border-line">
              <th className={`${cell} w-12 font-medium`}>{t('rank')}</th>
              <th className={`${cell} font-medium`}>{t('cube')}</th>
              {raffle && <th className={`${cell} hidden font-medium sm:table-cell`}>{t('ticket')}</th>}
              <th className={`${cell} text-right font-medium`}>{t('prize')}</th>
            </tr>
          </thead>
          <tbody>
            {drawn.first.map(({ rank, tier, credential, ticket, paid }) => (
              <tr key={rank} className="border-b border-line last:border-0">
                <td className={`${cell} font-semibold`}>{format.number(rank + 1)}</td>
                <td className={cell}>
                  <SiteLink
                    href={`/explorer/credentials/${credential}`}
                    className="inline-block min-h-6 font-medium underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
                  >
                    {t('cubeNumber', { number: String(credential) })}
                  </SiteLink>
                </td>
                {raffle && <td className={`${cell} hidden sm:table-cell`}>{ticket !== null && <Hash value={ticket} />}</td>}
                <td className={`${cell} text-right`}>
                  <span className="whitespace-nowrap">{sayReward(draw.tiers[tier]?.perWinner ?? '0', locale)}</span>
                  <span className="block text-[0.8125rem] text-faint">{t(paid ? 'given' : 'onItsWay')}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {drawn.winners > drawn.first.length && <p className="mt-3 text-sm text-faint">{t('more', { shown: drawn.first.length })}</p>}
      <p className="mt-5 flex flex-wrap gap-2">
        {(['entrants', 'winners'] as const).flatMap((list) =>
          (['csv', 'json'] as const).map((kind) => (
            <a
              key={`${list}.${kind}`}
              href={`/api/draws/${draw.slug}/${list}?format=${kind}`}
              {...(kind === 'csv' ? { download: '' } : {})}
              className={buttonClass('quiet', 'small')}
            >
              <Icon name="down" className="size-4" /> {t(`file.${list}`, { kind: kind.toUpperCase() })}
            </a>
          )),
        )}
      </p>
    </Section>
  )
}
