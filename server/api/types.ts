import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { appRouter } from './routers/appRouter.ts'
import type { gatewayRouter } from './routers/gatewayRouter.ts'

export type AppRouter = typeof appRouter
/** Subscriptions, served by the gateway under `/sse`. */
export type GatewayRouter = typeof gatewayRouter
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

export type { BatchView, CredentialState, CredentialView, SlotStats } from '#server/credentials/credentialViews.ts'
export type { Person } from '#server/credentials/readPerson.ts'
export type { BalanceView, ClaimableView, KeyView, MoneyView, MoveView, SlotView, TokenView } from '#server/money/moneyViews.ts'
export type { ChainHealth } from '#server/quests/chainHealth.ts'
export type {
  CubesView,
  PollView,
  QuestCard,
  QuestPage,
  QuestProgress,
  QuizView,
  StepView,
  SurveyView,
  VisitView,
} from '#server/quests/questViews.ts'
export type { PublicError } from './apiError.ts'
