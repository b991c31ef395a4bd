import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'
import type { Answer } from '#server/credentials/verify/answers.ts'

const questions = ['signature', 'inclusion', 'notRevoked', 'notExpired'] as const

/** What is known so far. */
export type Told = Readonly<Partial<Record<(typeof questions)[number], Answer>>>

type Props = { run: 'idle' | 'running' | 'done' | 'malformed'; told: Told }

/** What a question without an answer says, by how far the run is. */
const without = { idle: 'open', running: 'asking', done: 'unreached', malformed: 'malformed' } as const

/** The four questions, each with its own answer or the reason why there is none. */
export function Answers({ run, told }: Props) {
  const t = useTranslations('verify')
  const locale = useLocale()
  const isVerified = questions.every((question) => told[question]?.holds)
  return (
    <ul className="mt-5 divide-y divide-line rounded-xl border border-line" {...(run === 'done' ? { 'data-verified': isVerified } : {})}>
      {questions.map((question) => {
        const answer = told[question]
        const sign = signOf(answer)
        return (
          <li key={question} className="flex items-start gap-3.5 px-4 py-3.5" data-question={question} data-holds={answer?.holds}>
            <span
              className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${signs[sign]} ${!answer && run === 'running' ? 'animate-breathe' : ''}`}
            >
              {sign !== 'none' && <Icon name={sign} className="size-4" />}
            </span>
            <span className="min-w-0">
              <span className="block font-medium">
                {t(question)}
                {answer && (
                  <span className="sr-only">: {sign === 'check' ? t('holds') : sign === 'clock' ? t('unknown') : t('fails')}</span>
                )}
              </span>
              <span className="block text-[0.9375rem] text-muted">{answer ? say(answer.reason, locale) : t(without[run])}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const signs = {
  check: 'bg-good-soft text-good',
  cross: 'bg-bad-soft text-bad',
  clock: 'bg-sunken text-muted',
  none: 'border-2 border-line',
} as const

/** Neither yes nor no is a sign of its own: nothing was found against it, and nothing for it. */
function signOf(answer: Answer | undefined): keyof typeof signs {
  if (!answer) return 'none'
  if (answer.holds) return 'check'
  return answer.code === 'revocation.unknown' || answer.code === 'revocation.not-included' ? 'clock' : 'cross'
}
