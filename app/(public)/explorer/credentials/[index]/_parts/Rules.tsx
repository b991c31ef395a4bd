import { useLocale, useTranslations } from 'next-intl'
import type { CredentialRecord } from '#app/_data/views.ts'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Rows, Section } from '#app/_ui/explorer/Section.tsx'
import { say } from '#app/_ui/say.ts'

/** What had to be done, in the words of the version that it was done by. */
export function Rules({ rules }: { rules: CredentialRecord['rules'] }) {
  const t = useTranslations('credential.rules')
  const locale = useLocale()
  const List = rules.order === 'sequence' ? 'ol' : 'ul'
  return (
    <Section id="rules" title={t('title')} lead={t('lead', { version: String(rules.version) })}>
      <p className="text-[0.9375rem] font-medium">{t(rules.steps.length === 1 ? 'one' : rules.order)}</p>
      <List className="mt-3 mb-5 grid gap-3">
        {rules.steps.map(({ id, title, rule }, i) => (
          <li key={id} className="flex gap-3.5">
            <span
              aria-hidden="true"
              className="grid size-6 shrink-0 place-items-center rounded-md bg-sunken text-[0.8125rem] font-semibold text-muted"
            >
              {i + 1}
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="block font-medium">{say(title, locale)}</span>
              <span className="block text-[0.9375rem] text-muted">{say(rule, locale)}</span>
            </span>
          </li>
        ))}
      </List>
      <Rows rows={[[t('hash'), <Hash key="hash" value={rules.hash} head={10} tail={8} />]]} />
    </Section>
  )
}
