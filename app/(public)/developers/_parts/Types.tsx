import { useTranslations } from 'next-intl'
import type { Reference } from '#app/_data/reference.ts'
import { Code } from './Code.tsx'
import { Words } from './Words.tsx'

/** Every named shape of bodies and answers, as TypeScript. */
export function Types({ types, names }: { types: Reference['types']; names: readonly string[] }) {
  const t = useTranslations('reference.types')
  return (
    <section aria-labelledby="types">
      <h2 id="types" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-muted">{t('text')}</p>
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6">
        {types.map(({ name, words, code }) => (
          <article key={name} id={`type-${name}`}>
            <h3 className="font-mono text-[0.9375rem] font-semibold">{name}</h3>
            {words && (
              <p className="text-sm text-muted">
                <Words text={words} />
              </p>
            )}
            <Code text={code} names={names} className="mt-2 rounded-lg border border-line bg-surface px-3 py-2.5" />
          </article>
        ))}
      </div>
    </section>
  )
}
