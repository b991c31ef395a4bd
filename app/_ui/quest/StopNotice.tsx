import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { SpacePage } from '#app/_data/views.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'

/** Why a space or quest is in no list, with the platform's public reason; nothing where it is listed. */
export function StopNotice({ stop }: { stop: SpacePage['stop'] }) {
  const t = useTranslations('space.stop')
  const format = useFormatter()
  const locale = useLocale()
  if (stop === null) return null
  const date = format.dateTime(new Date(stop.at), { dateStyle: 'long' })
  return (
    <div className="mt-5 flex items-start gap-3 rounded-xl bg-bad-soft px-4 py-3 text-base text-bad">
      <Icon name="warning" className="mt-0.5 size-5" />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">{stop.kind === 'held' ? t('held') : t(`delisted.${stop.of}`, { date })}</p>
        {stop.reason && <p>{say(stop.reason, locale)}</p>}
        <p className="text-[0.9375rem]">{t('what')}</p>
      </div>
    </div>
  )
}
