import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ScoreView } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { say } from '#app/_ui/say.ts'
import { ScoreRules } from './ScoreRules.tsx'

type Line = ScoreView['lines'][number]
type Props = { score: ScoreView; pageSize: number; hrefAt: (from: number) => string }

const cell = 'px-4 py-3 align-top'
const figure = `${cell} text-right font-medium whitespace-nowrap`

/** The score as a sum: a line a credential, newest first, and what it comes to so far. */
export function ScoreSum({ score, pageSize, hrefAt }: Props) {
  const t = useTranslations('reputation.score')
  const format = useFormatter()
  const { from, lines, lineCount, carried, hidden } = score
  const isLast = from + lines.length >= lineCount
  const soFar = (lines.at(-1)?.total ?? carried) + (isLast ? hidden.contribution : 0)
  const week = { week: score.week, date: format.dateTime(new Date(score.weekFrom), { dateStyle: 'medium', timeZone: 'UTC' }) }
  return (
    <section id="score" className="page scroll-mt-20 pt-14" aria-labelledby="score-title">
      <h2 id="score-title" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 max-w-2xl text-muted">{t('lead')}</p>
      <p className="mt-3 mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <span>{t('week', week)}</span>
        <span>{t('counted', { count: score.count })}</span>
        <span className="flex items-center gap-2">
          {t('formula', { version: String(score.version) })} <Hash value={score.formulaHash} />
        </span>
      </p>
      <div className="slab overflow-hidden">
        <table className="w-full text-[0.9375rem]">
          <caption className="sr-only">{t('table')}</caption>
          <thead className="text-[0.8125rem] text-faint">
            <tr className="border-b border-line [&>th]:px-4 [&>th]:py-3 [&>th]:font-medium">
              <th className="text-left">{t('credential')}</th>
              <th className="hidden text-left lg:table-cell">{t('how')}</th>
              <th className="text-right whitespace-nowrap">{t('adds')}</th>
              <th className="text-right whitespace-nowrap">{t('sum')}</th>
            </tr>
          </thead>
          <tbody className="[&>tr]:border-b [&>tr]:border-line">
            {from > 0 && <PlainRow words={t('carried')} total={carried} />}
            {lines.map((line) => (
              <LineRow key={line.index} line={line} />
            ))}
            {lineCount === 0 && hidden.credentials === 0 && (
              <tr>
                <td colSpan={4} className={`${cell} py-8 text-center text-muted`}>
                  {t('empty')}
                </td>
              </tr>
            )}
            {isLast && hidden.credentials > 0 && (
              <PlainRow words={t('hidden', { count: hidden.credentials })} how={t('hiddenHow')} adds={hidden.contribution} total={soFar} />
            )}
          </tbody>
          <tfoot>
            <tr className="bg-sunken/70 font-semibold">
              <th scope="row" className={`${cell} text-left font-semibold`}>
                {isLast ? t('total') : t('totalSoFar')}
              </th>
              <td className="hidden lg:table-cell" />
              <td />
              <td className={`${cell} text-right text-lg`}>{format.number(soFar)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {lineCount > pageSize && (
        <nav aria-label={t('table')} className="mt-4 flex flex-wrap items-center gap-3 text-sm text-muted">
          <span className="mr-auto">
            {t('range', { from: Math.min(from + 1, lineCount), to: Math.min(from + lines.length, lineCount), all: lineCount })}
          </span>
          {from > 0 && (
            <ButtonLink look="quiet" size="small" href={hrefAt(Math.max(0, from - pageSize))}>
              {t('newer')}
            </ButtonLink>
          )}
          {!isLast && (
            <ButtonLink look="quiet" size="small" href={hrefAt(from + pageSize)}>
              {t('older')}
            </ButtonLink>
          )}
        </nav>
      )}
      <ScoreRules />
    </section>
  )
}

function LineRow({ line }: { line: Line }) {
  const t = useTranslations('reputation')
  const locale = useLocale()
  const format = useFormatter()
  const how = say(line.how, locale)
  return (
    <tr className={line.reason === null ? '' : 'text-muted'}>
      <th scope="row" className={`${cell} text-left font-normal`}>
        <SiteLink
          href={`/explorer/credentials/${line.index}`}
          className="font-medium underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
        >
          {say(line.quest.title, locale)}
        </SiteLink>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-faint">
          {line.space.name}
          {line.caps.length > 0 && <Tag tone="accent">{t('score.capped')}</Tag>}
          {line.reason !== null && <Tag>{t('score.nothing')}</Tag>}
          {line.hidden && <Tag>{t('timeline.hidden')}</Tag>}
        </span>
        <span className="mt-1 block text-sm text-muted lg:hidden">{how}</span>
      </th>
      <td className={`${cell} hidden text-muted lg:table-cell`}>{how}</td>
      <td className={figure}>{line.contribution > 0 ? `+${format.number(line.contribution)}` : '0'}</td>
      <td className={`${figure} text-muted`}>{format.number(line.total)}</td>
    </tr>
  )
}

function PlainRow({ words, how, adds, total }: { words: string; how?: string; adds?: number; total: number }) {
  const format = useFormatter()
  return (
    <tr className="text-muted">
      <th scope="row" className={`${cell} text-left font-normal`}>
        {words}
        {how && <span className="mt-1 block text-sm lg:hidden">{how}</span>}
      </th>
      <td className={`${cell} hidden lg:table-cell`}>{how}</td>
      <td className={figure}>{adds === undefined ? '' : `+${format.number(adds)}`}</td>
      <td className={figure}>{format.number(total)}</td>
    </tr>
  )
}
