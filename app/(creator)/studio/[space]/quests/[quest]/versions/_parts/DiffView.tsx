import { useLocale, useTranslations } from 'next-intl'
import type { VersionDiff } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'
import { Differing } from './Differing.tsx'
import { isNamed, readPath } from './fieldWords.ts'

/** What differs between two texts of a quest: words, steps, and rules as sentences. */
export function DiffView({ diff }: { diff: VersionDiff }) {
  const t = useTranslations('drafts.versions')
  const locale = useLocale()
  const { texts, steps, rules, rulesDiffer, rulesHash } = diff
  const nothing = texts.length === 0 && rules.length === 0 && !rulesDiffer && steps.added.length + steps.removed.length === 0
  if (nothing) return <p className="text-muted">{t('nothing')}</p>
  const stepLines = [
    ...steps.added.map((step) => t('stepAdded', { step })),
    ...steps.removed.map((step) => t('stepRemoved', { step })),
    ...(steps.moved ? [t('stepsMoved')] : []),
  ]
  return (
    <div className="grid gap-7">
      <p className="flex items-start gap-2.5 text-[0.9375rem]">
        <Icon name={rulesDiffer ? 'warning' : 'check'} className={`mt-0.5 size-4.5 ${rulesDiffer ? 'text-accent-text' : 'text-good'}`} />
        <span>{t(rulesDiffer ? 'rulesDiffer' : 'rulesSame')}</span>
      </p>
      {texts.length > 0 && (
        <section aria-labelledby="texts">
          <h3 id="texts" className="mb-3 font-semibold">
            {t('texts')}
          </h3>
          <dl className="divide-y divide-line">
            {texts.map(({ path, before, after }) => (
              <div key={path} data-differs={path} className="py-3.5 first:pt-0">
                <dt className="mb-1 text-sm text-faint">
                  <FieldName path={path} />
                </dt>
                <dd>
                  <Differing before={before} after={after} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {stepLines.length > 0 && (
        <section aria-labelledby="steps">
          <h3 id="steps" className="mb-3 font-semibold">
            {t('steps')}
          </h3>
          <ul className="grid gap-1.5">
            {stepLines.map((line) => (
              <li key={line} className="[overflow-wrap:anywhere]">
                {line}
              </li>
            ))}
          </ul>
        </section>
      )}
      {rules.length > 0 && (
        <section aria-labelledby="rules">
          <h3 id="rules" className="mb-3 font-semibold">
            {t('rules')}
          </h3>
          <dl className="divide-y divide-line">
            {rules.map(({ step, before, after }) => (
              <div key={step} data-rule={step} className="py-3.5 first:pt-0">
                <dt className="mb-1 text-sm text-faint">{t('step', { step })}</dt>
                <dd>
                  <Differing before={before && say(before, locale)} after={after && say(after, locale)} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-faint">
        {t('hash')} <Hash value={rulesHash.before} /> <span aria-hidden="true">→</span> <Hash value={rulesHash.after} />
      </p>
    </div>
  )
}

/** The name of what differs; what has none is said by its path. */
function FieldName({ path }: { path: string }) {
  const t = useTranslations('drafts.versions')
  const { step, fields, card, language } = readPath(path)
  const words = [
    step !== null && t('step', { step }),
    ...fields.map((field) =>
      field === 'cards' && card !== null ? t('card', { number: card + 1 }) : isNamed(field) ? t(`field.${field}`) : field,
    ),
    language && t(`language.${language}`),
  ]
  return words.filter(Boolean).join(' · ')
}
