import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { insightQuest, questHealth, questReasons } from '#app/_data/studio/insights.ts'
import { spaceOf } from '#app/_data/studio/space.ts'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { ChainHealth } from '#app/_ui/explorer/ChainHealth.tsx'
import { ReasonGroup } from '#app/_ui/insights/ReasonGroup.tsx'

type Props = { params: Promise<{ space: string; quest: string }> }

export async function generateMetadata({ params }: Props) {
  const [{ space, quest }, t] = await Promise.all([params, getTranslations('insights.quest')])
  return { ...(await pageMetadata(`/studio/${space}/quests/${quest}/insights/reasons`, t('reasons'))), robots: { index: false } }
}

/** Why members are not through, step by step, and whether it is the chains' fault. */
export default async function ReasonsPage({ params }: Props) {
  const of = await params
  const [space, quest] = await Promise.all([spaceOf(of.space), insightQuest(of.space, of.quest)])
  if (!space || !quest) notFound()
  const [t, { steps, reasons }, health] = await Promise.all([getTranslations('insights'), questReasons(of), questHealth(of)])
  const now = Date.now()
  const people = space.rights.includes('people') ? `/studio/${of.space}/quests/${of.quest}/insights/participants` : null
  const most = Math.max(1, ...reasons.map(({ members }) => members))
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
      <section aria-labelledby="reasons">
        <h2 id="reasons" className="text-section font-semibold">
          {t('reasons.title')}
        </h2>
        <p className="mt-1 mb-5 max-w-3xl text-muted">{t('reasons.lead')}</p>
        {reasons.length === 0 ? (
          <Empty title={t('reasons.noneTitle')}>{t('reasons.noneText')}</Empty>
        ) : (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            {steps.map((step) => (
              <ReasonGroup
                key={step.id}
                step={step}
                reasons={reasons.filter((reason) => reason.step === step.id)}
                most={most}
                now={now}
                whoHref={people === null ? null : (status) => `${people}?state=open&step=${step.id}&verdict=${status}`}
              />
            ))}
          </div>
        )}
      </section>
      <section aria-labelledby="health">
        <h2 id="health" className="text-section font-semibold">
          {t('health.title')}
        </h2>
        <p className="mt-1 mb-5 text-muted">{t('health.lead')}</p>
        {health.length === 0 ? <p className="slab px-5 py-6 text-muted">{t('health.none')}</p> : <ChainHealth chains={health} now={now} />}
      </section>
    </div>
  )
}
