import { useLocale, useTranslations } from 'next-intl'
import type { Standing } from '#app/_data/views.ts'
import { say } from '#app/_ui/say.ts'

/** What being in a cluster means, and to its members every reason for it. */
export function ClusterNote({ cluster }: { cluster: NonNullable<Standing['cluster']> }) {
  const t = useTranslations('reputation.cluster')
  const locale = useLocale()
  if (cluster.flag === 'none') return null
  return (
    <section className="page pt-10" aria-labelledby="cluster">
      <div className="slab max-w-2xl px-5 py-4 text-[0.9375rem]">
        <h2 id="cluster" className="font-semibold">
          {t('title')}
        </h2>
        <p className="mt-1 text-muted">{t(cluster.flag === 'flagged' ? 'flaggedText' : 'watchText')}</p>
        {cluster.signals.length > 0 && (
          <>
            <h3 className="mt-3 font-medium">{t('reasons')}</h3>
            <ul className="mt-1 grid list-disc gap-1 pl-5 text-muted">
              {cluster.signals.map(({ text }) => (
                <li key={text.en} className="break-words">
                  {say(text, locale)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
