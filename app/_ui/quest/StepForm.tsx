'use client'

import { useTranslations } from 'next-intl'
import type { QuestStep } from '#app/_data/views.ts'
import { ConnectService } from './ConnectService.tsx'
import { CubeForm } from './CubeForm.tsx'
import { PasteTransaction } from './PasteTransaction.tsx'
import { PollForm } from './PollForm.tsx'
import { QuizForm } from './QuizForm.tsx'
import { SurveyForm } from './SurveyForm.tsx'
import { VisitStep } from './VisitStep.tsx'

export type StepFormProps = {
  slug: string
  stepId: string
  /** Resolves once the member is on the quest: what is handed in counts only then. */
  started: () => Promise<void>
  /** Something was handed in, or refused. */
  onDone: () => void
}

/** What a member can do for a step right here. */
export function StepForm({ step, ...form }: Omit<StepFormProps, 'stepId'> & { step: QuestStep }) {
  const props = { ...form, stepId: step.id }
  return (
    <>
      {step.quiz && <QuizForm {...props} quiz={step.quiz} />}
      {step.poll && <PollForm {...props} poll={step.poll} />}
      {step.survey && <SurveyForm {...props} survey={step.survey} />}
      {step.cubes && <CubeForm {...props} cubes={step.cubes} />}
      {step.visit && <VisitStep {...props} visit={step.visit} />}
      {step.services?.map((service) => (
        <ConnectService key={service} slug={form.slug} service={service} />
      ))}
      {step.pasted && <PasteTransaction {...props} pasted={step.pasted} />}
    </>
  )
}

/** Whether a step shows a form in the place of what was seen so far. */
export const hasForm = ({ quiz, poll, survey }: QuestStep) => quiz !== undefined || poll !== undefined || survey !== undefined

/** For visitors: that there is something to do here once they are signed in. */
export function FormTeaser({ step }: { step: QuestStep }) {
  const t = useTranslations('quest')
  if (step.quiz) return <p className="mt-3 text-[0.9375rem] text-faint">{t('quiz.signIn', { count: step.quiz.questions.length })}</p>
  if (step.survey) return <p className="mt-3 text-[0.9375rem] text-faint">{t('quiz.signIn', { count: step.survey.questions.length })}</p>
  return step.poll || step.visit || step.services || step.cubes ? (
    <p className="mt-3 text-[0.9375rem] text-faint">{t('form.signIn')}</p>
  ) : null
}
