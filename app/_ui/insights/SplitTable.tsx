import { useFormatter, useTranslations } from 'next-intl'
import type { FunnelView } from '#app/_data/studio/insights.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { useShare } from './useDay.ts'

type Props = {
  funnel: Pick<FunnelView, 'groups' | 'rest'>
  nameOf(key: string | null): string
  /** Address that counts only this group. */
  hrefOf(key: string | null): string
}

type Stages = FunnelView['stages']
const shown = ['view', 'connect', 'start', 'complete', 'final'] as const

/** Groups of a funnel below each other, largest first; on a phone the first and the last stages are left out, and the rate says the same. */
export function SplitTable({ funnel: { groups, rest }, nameOf, hrefOf }: Props) {
  const t = useTranslations('insights')
  const format = useFormatter()
  const share = useShare()
  const countOf = (stages: Stages, id: string) => stages.find((stage) => stage.id === id)?.count ?? null
  const rateOf = (stages: Stages) => {
    const [began, through] = [countOf(stages, 'start'), countOf(stages, 'complete')]
    return began === null || through === null || began === 0 ? null : through / began
  }
  const hidden = (id: string) => (id === 'view' || id === 'final' ? 'hidden sm:table-cell' : '')
  const cells = (stages: Stages) => (
    <>
      {shown.map((id) => {
        const count = countOf(stages, id)
        return (
          <td key={id} className={`py-2.5 pl-3 text-right text-muted ${hidden(id)}`}>
            {count === null ? '–' : format.number(count)}
          </td>
        )
      })}
      <td className="py-2.5 pl-3 text-right font-medium">{share(rateOf(stages))}</td>
    </>
  )
  return (
    <table className="w-full text-[0.9375rem]">
      <thead className="text-[0.8125rem] text-faint">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 text-left font-medium">
            {t('split.group')}
          </th>
          {shown.map((id) => (
            <th key={id} scope="col" className={`py-2 pl-3 text-right font-medium ${hidden(id)}`}>
              {t(`split.columns.${id}`)}
            </th>
          ))}
          <th scope="col" className="py-2 pl-3 text-right font-medium">
            {t('split.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, stages }) => (
          <tr key={key ?? ''} className="border-b border-line last:border-0" data-group={key ?? '(none)'}>
            <th scope="row" className="py-2.5 text-left font-medium [overflow-wrap:anywhere]">
              <SiteLink
                href={hrefOf(key)}
                scroll={false}
                className="underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
              >
                {nameOf(key)}
              </SiteLink>
            </th>
            {cells(stages)}
          </tr>
        ))}
        {rest && (
          <tr className="text-muted">
            <th scope="row" className="py-2.5 text-left font-normal">
              {t('split.rest')}
            </th>
            {cells(rest)}
          </tr>
        )}
      </tbody>
    </table>
  )
}
