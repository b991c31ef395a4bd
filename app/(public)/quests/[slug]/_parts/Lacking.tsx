'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'
import type { Missing } from './QuestProgress.tsx'

/** Instead of a start that would be refused: what comes first, and the way there. */
export function Lacking({ wanted, state }: Missing) {
  const t = useTranslations('quest.before')
  const locale = useLocale()
  const format = new Intl.NumberFormat(locale)
  if (wanted.kind === 'score')
    return (
      <>
        <p role="status">{t('missing.score', { score: format.format(BigInt(state.found)), min: format.format(wanted.min) })}</p>
        <ButtonLink href="/quests?sort=for-you" className="mt-4 w-full">
          {t('find')}
        </ButtonLink>
      </>
    )
  const settling = state.found === 'settling'
  return (
    <>
      <p role="status" className="break-words">
        {t(`missing.${settling ? 'settling' : wanted.kind}`, { title: say(wanted.title, locale) })}
      </p>
      <ButtonLink href={`/quests/${wanted.quest}`} look={settling ? 'quiet' : 'primary'} className="mt-4 w-full">
        {t('open')}
      </ButtonLink>
    </>
  )
}
