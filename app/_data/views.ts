/** Shapes of what the API answers, under the names that pages use. */
import type { Outputs } from '#server/api/types.ts'

export type {
  BatchView,
  ChainHealth as ChainView,
  CredentialView,
  CubesView as Cubes,
  MoneyView,
  MoveView,
  Person,
  PollView as Poll,
  QuestCard,
  QuestPage as QuestDetail,
  QuizView as Quiz,
  SlotStats as Stats,
  StepView as QuestStep,
  SurveyView as Survey,
  VisitView as Visit,
} from '#server/api/types.ts'

/** The signed-in member, or null. */
export type Me = Outputs['session']['me']
export type DepositTerms = Outputs['money']['depositTerms']
export type SessionView = Outputs['session']['list'][number]
export type ConnectionView = Outputs['connections']['list'][number]
export type ServiceName = ConnectionView['service']
export type Progress = Outputs['quests']['progress']
export type CredentialDetail = Outputs['explorer']['credential']
