import { useTranslations } from 'next-intl'
import { Cube } from '#app/_ui/credential/Cube.tsx'
import { stages } from '#app/_ui/credential/lifecycle.ts'

const solidity = [0.12, 0.28, 0.5, 0.76, 1]

/** The life of a CUBE, drawn by the stone itself: an outline that fills with rock as it becomes final. */
export function HowItSettles() {
  const t = useTranslations('home.settles')
  return (
    <section className="mt-24 border-y border-line bg-sunken py-20" aria-labelledby="settles">
      <div className="page">
        <h2 id="settles" className="max-w-2xl text-title font-semibold">
          {t('title')}
        </h2>
        <p className="mt-3 max-w-2xl text-lg leading-relaxed text-muted">{t('lead')}</p>
        <ol className="mt-12 grid gap-x-6 gap-y-8 sm:grid-cols-5">
          {stages.map((stage, i) => (
            <li key={stage} className="flex items-center gap-5 sm:block">
              <Cube
                quest="how-it-settles"
                category="defi"
                holder=""
                solidity={solidity[i] ?? 1}
                className="h-24 shrink-0 sm:h-auto sm:w-full sm:max-w-36"
              />
              <div className="sm:mt-5">
                <h3 className="font-semibold">
                  <span className="mr-2 text-faint">{i + 1}</span>
                  {t(`${stage}.name`)}
                </h3>
                <p className="mt-1 text-[0.9375rem] leading-relaxed text-muted">{t(`${stage}.what`)}</p>
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
