import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { appRouter } from './routers/appRouter.ts'
import type { gatewayRouter } from './routers/gatewayRouter.ts'

export type AppRouter = typeof appRouter
/** Subscriptions, served by the gateway under `/sse`. */
export type GatewayRouter = typeof gatewayRouter
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>

export type { BatchView, CredentialState, CredentialView, SlotStats } from '#server/credentials/credentialViews.ts'
export type { BatchDetail, BatchSend } from '#server/credentials/explorer/batchViews.ts'
export type { ChartsView } from '#server/credentials/explorer/charts.ts'
export type { BatchPoint, DayCount } from '#server/credentials/explorer/chartsStore.ts'
export type { InboxItemView } from '#server/credentials/explorer/inboxStore.ts'
export type { CircuitSummary, ProofView } from '#server/credentials/explorer/proofsStore.ts'
export type { SlotMember, TxDetail, TxField, TxFilter, TxKind, TxState, TxView } from '#server/credentials/explorer/txViews.ts'
export type { WithdrawalView } from '#server/credentials/explorer/withdrawalsStore.ts'
export type { LaneName } from '#server/credentials/lanesClient.ts'
export type { Person } from '#server/credentials/readPerson.ts'
export type { CredentialRecord } from '#server/credentials/readRecord.ts'
export type { LaneVote, Votes } from '#server/credentials/readVotes.ts'
export type { SearchHit, SearchResult, TxRole } from '#server/credentials/search/searchViews.ts'
export type { BalanceView, ClaimableView, KeyView, MoneyView, MoveView, SlotView, TokenView } from '#server/money/moneyViews.ts'
export type { NewsView, NoticeSetting, NoticeView, PendingItem, Sum } from '#server/news/newsViews.ts'
export type { ChainHealth } from '#server/quests/chainHealth.ts'
export type { CollectionCard, CollectionPage } from '#server/quests/collections/collectionViews.ts'
export type { SeasonCard, SeasonPage } from '#server/quests/collections/seasonViews.ts'
export type { QuestSort, QuestState } from '#server/quests/discover/filter.ts'
export type { Reason } from '#server/quests/discover/forYou.ts'
export type { ListedQuest } from '#server/quests/discover/listQuests.ts'
export type { Facets } from '#server/quests/discover/readFacets.ts'
export type { Home } from '#server/quests/discover/readHome.ts'
export type { PrerequisiteState } from '#server/quests/prerequisites/prerequisite.ts'
export type {
  CubesView,
  PollView,
  PrerequisiteView,
  QuestCard,
  QuestPage,
  QuestProgress,
  QuizView,
  StepView,
  SurveyView,
  VisitView,
} from '#server/quests/questViews.ts'
export type { StreakView } from '#server/quests/recurrence/readStreak.ts'
export type { QualityReason } from '#server/quests/spaces/quality.ts'
export type { SpacePage } from '#server/quests/spaces/readSpace.ts'
export type { ScoreLine, ScoreView } from '#server/reputation/scoreView.ts'
export type { Leaderboard, LeaderboardEntry } from '#server/reputation/xp/leaderboard.ts'
export type { Standing } from '#server/reputation/xp/standing.ts'
export type { PublicError } from './apiError.ts'
