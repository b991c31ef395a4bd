import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { SpaceStop } from '#app/_data/views.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'
import { Appeal } from './Appeal.tsx'

type Props = { space: string; stops: SpaceStop[]; mayAppeal: boolean; now: number }

/** What the platform held or delisted here: why, since when, and the owner's word against it with its answer. */
export function Stops({ space, stops, mayAppeal, now }: Props) {
  const t = useTranslations('settings.stops')
  return (
    <section aria-labelledby="stops">
      <h2 id="stops" className="mb-4 text-section font-semibold">
        {t('title')}
      </h2>
      <ul className="grid gap-4">
        {stops.map((stop) => (
          <Stop key={stop.id} space={space} stop={stop} mayAppeal={mayAppeal} now={now} />
        ))}
      </ul>
    </section>
  )
}

function Stop({ space, stop, mayAppeal }: Omit<Props, 'stops'> & { stop: SpaceStop }) {
  const t = useTranslations('settings.stops')
  const format = useFormatter()
  const locale = useLocale()
  const { id, kind, quest, reason, at, appeal, answer, liftedAt } = stop
  const date = (when: string) => format.dateTime(new Date(when), { dateStyle: 'long' })
  return (
    <li className="slab grid gap-3 p-5" data-stop={kind}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Tag tone={liftedAt ? 'plain' : 'bad'}>{liftedAt ? t('over') : t(kind)}</Tag>
        <span className="font-medium">
          {quest ? (
            <SiteLink href={`/quests/${quest}`} className="underline underline-offset-4">
              {quest}
            </SiteLink>
          ) : (
            t('wholeSpace')
          )}
        </span>
        <span className="text-sm text-faint">
          {liftedAt ? t('lifted', { from: date(at), to: date(liftedAt) }) : t('since', { date: date(at) })}
        </span>
      </p>
      <p>{reason ? say(reason, locale) : t('heldText')}</p>
      {appeal !== null && <Said name={t('appeal')} words={appeal} />}
      {answer !== null && <Said name={t('answer')} words={answer} />}
      {appeal !== null && answer === null && liftedAt === null && <p className="text-sm text-muted">{t('waits')}</p>}
      {kind === 'delisted' &&
        appeal === null &&
        liftedAt === null &&
        (mayAppeal ? <Appeal space={space} id={id} /> : <p className="text-sm text-muted">{t('ownerAppeals')}</p>)}
    </li>
  )
}

const Said = ({ name, words }: { name: string; words: string }) => (
  <div className="border-l-2 border-line pl-4">
    <p className="text-sm text-faint">{name}</p>
    <p className="whitespace-pre-line [overflow-wrap:anywhere]">{words}</p>
  </div>
)
