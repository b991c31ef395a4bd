'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Icon, type IconName } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'
import type { Status, Trace } from '#server/verify/verdict.ts'

const marks: Record<Status, { icon: IconName; tone: string }> = {
  pass: { icon: 'check', tone: 'text-good' },
  fail: { icon: 'cross', tone: 'text-muted' },
  pending: { icon: 'clock', tone: 'text-accent-text' },
  error: { icon: 'warning', tone: 'text-bad' },
}

/** Why a step passed or did not: what was wanted, what was seen, what to do next, for every node of the rule. */
export function VerdictTrace({ trace }: { trace: Trace }) {
  const t = useTranslations('quest.verdict')
  const locale = useLocale()
  const mark = marks[trace.status]
  return (
    <div className="text-[0.9375rem]">
      <p className="flex gap-2.5">
        <Icon name={mark.icon} className={`mt-[0.2rem] size-4 ${mark.tone}`} />
        <span>
          <span className="sr-only">{t(trace.status)}: </span>
          {say(trace.wanted, locale)}
        </span>
      </p>
      {(trace.seen.length > 0 || trace.next) && (
        <ul className="mt-1.5 ml-[1.625rem] grid gap-1 text-muted">
          {trace.seen.map((seen) => (
            <li key={`${seen.text.en}${seen.txHash ?? ''}${seen.wallet ?? ''}`} className="flex flex-wrap items-center gap-x-2">
              <span>{say(seen.text, locale)}</span>
              {seen.txHash && <Hash value={seen.txHash} head={6} tail={4} />}
            </li>
          ))}
          {trace.next && trace.status !== 'pass' && (
            <li className="text-ink">
              <span className="mr-1.5 text-accent-text" aria-hidden="true">
                →
              </span>
              <span className="sr-only">{t('next')}: </span>
              {say(trace.next, locale)}
            </li>
          )}
        </ul>
      )}
      {trace.children && trace.children.length > 0 && (
        <ul className="mt-3 ml-[0.45rem] grid gap-3 border-l border-line pl-5">
          {trace.children.map((child) => (
            <li key={child.wanted.en}>
              <VerdictTrace trace={child} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
