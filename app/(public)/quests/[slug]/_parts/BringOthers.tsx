'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { sayReward } from '#app/_ui/quest/reward.ts'
import { CopyCode } from '#app/_ui/share/CopyCode.tsx'

/** A member's own link to the quest, where who brings others has a share of its fee. */
export function BringOthers({ slug }: { slug: string }) {
  const t = useTranslations('quest.bring')
  const locale = useLocale()
  const [link, setLink] = useState<{ url: string; each: string } | null>(null)
  const [problem, setProblem] = useState(false)
  const take = async () => {
    setProblem(false)
    try {
      const made = await api.quests.referralLink.mutate({ slug })
      if (made) setLink({ url: `${location.origin}/quests/${slug}?ref=${made.code}`, each: made.each })
    } catch {
      setProblem(true)
    }
  }
  return (
    <div className="mt-4 grid gap-2">
      {link ? (
        <>
          <CopyCode label={t('label')} code={link.url} words={{ copy: t('copy'), copied: t('copied'), failed: t('failed') }} />
          <p>{t('each', { amount: sayReward(link.each, locale) })}</p>
        </>
      ) : (
        <Button look="quiet" className="w-full" onClick={take}>
          {t('button')}
        </Button>
      )}
      {problem && (
        <p role="alert" className="text-bad">
          {t('problem')}
        </p>
      )}
    </div>
  )
}
