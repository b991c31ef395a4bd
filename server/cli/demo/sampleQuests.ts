import { learnAnswers } from '#server/quests/samples/learn.ts'

/** The sample quests that the journey completes, with the right answers where there is a quiz. */
export const sampleQuests: readonly { slug: string; quiz?: { stepId: string; answers: Record<string, string> } }[] = [
  { slug: 'uniswap-swap' },
  { slug: 'wrap-and-hold' },
  { slug: 'attest' },
  { slug: 'two-worlds' },
  { slug: 'learn-cairn', quiz: { stepId: 'quiz', answers: { ...learnAnswers } } },
]
