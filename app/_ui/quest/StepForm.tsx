'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { QuestStep } from '#app/_data/views.ts'

// A chunk each: a page pays for the forms that its steps have, and a visitor for none.
const ConnectService = dynamic(() => import('./ConnectService.tsx').then(({ ConnectService }) => ConnectService), { loading: () => null })
const CubeForm = dynamic(() => import('./CubeForm.tsx').then(({ CubeForm }) => CubeForm), { loading: () => null })
const PasteTransaction = dynamic(() => import('./PasteTransaction.tsx').then(({ PasteTransaction }) => PasteTransaction), {
  loading: () => null,
})
const PollForm = dynamic(() => import('./PollForm.tsx').then(({ PollForm }) => PollForm), { loading: () => null })
const QuizForm = dynamic(() => import('./QuizForm.tsx').then(({ QuizForm }) => QuizForm), { loading: () => null })
const SurveyForm = dynamic(() => import('./SurveyForm.tsx').then(({ SurveyForm }) => SurveyForm), { loading: () => null })
const VisitStep = dynamic(() => import('./VisitStep.tsx').then(({ VisitStep }) => VisitStep), { loading: () => null })

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
