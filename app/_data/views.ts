/** Shapes of what the API answers, under the names that pages use. */
import type { Outputs } from '#server/api/types.ts'

export type {
  BatchView,
  ChainHealth as ChainView,
  CredentialView,
  MoneyView,
  MoveView,
  Person,
  QuestCard,
  QuestPage as QuestDetail,
  QuizView as Quiz,
  SlotStats as Stats,
  StepView as QuestStep,
} from '#server/api/types.ts'

/** The signed-in member, or null. */
export type Me = Outputs['session']['me']
export type DepositTerms = Outputs['money']['depositTerms']
export type SessionView = Outputs['session']['list'][number]
export type Progress = Outputs['quests']['progress']
export type CredentialDetail = Outputs['explorer']['credential']
