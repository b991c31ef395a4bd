'use client'

import { useTranslations } from 'next-intl'
import { useSayPlace, useSayProblem } from './problems/useProblemWords.ts'
import { useEditor } from './state/editor.ts'
import { isMissing } from './state/problems.ts'

/** Shown at once; the rest comes up as these are mended. */
const most = 12

/** All that is wrong or missing, each entry the way to its field. */
export function ProblemList() {
  const t = useTranslations('editor.left')
  const { problems, document, goTo } = useEditor()
  const sayPlace = useSayPlace(document)
  const sayProblem = useSayProblem()
  // What is wrong comes before what is only missing.
  const sorted = problems.toSorted((a, b) => Number(isMissing(a)) - Number(isMissing(b)))
  return (
    <section aria-labelledby="left" data-problems={problems.length} className="slab px-5 py-4">
      <h2 id="left" className="text-section font-semibold">
        {t('title')}
      </h2>
      <div aria-live="polite">
        <p className="mt-1 text-[0.9375rem] text-muted">{problems.length === 0 ? t('none') : t('some', { count: problems.length })}</p>
      </div>
      {problems.length > 0 && (
        <ul className="-mx-2 mt-2 grid">
          {sorted.slice(0, most).map((problem) => (
            <li key={`${problem.field} ${problem.expected}`}>
              <button
                type="button"
                onClick={() => goTo(problem.field)}
                className="w-full rounded-lg px-2 py-1.5 text-left text-[0.9375rem] hover:bg-sunken"
              >
                <span className="block font-medium">{sayPlace(problem.field)}</span>
                <span className={`block text-sm break-words ${isMissing(problem) ? 'text-accent-text' : 'text-bad'}`}>
                  {sayProblem(problem)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {problems.length > most && <p className="mt-1 text-sm text-faint">{t('more', { count: problems.length - most })}</p>}
    </section>
  )
}
