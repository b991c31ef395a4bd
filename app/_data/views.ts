/** Shapes of what the API answers, under the names that pages use. */
import type { Inputs, Outputs } from '#server/api/types.ts'

export type {
  BatchView,
  ChainHealth as ChainView,
  CollectionCard,
  CollectionPage,
  CredentialRecord,
  CredentialView,
  CubesView as Cubes,
  Facets,
  Home,
  LaneVote,
  Leaderboard,
  LeaderboardEntry,
  ListedQuest,
  MoneyView,
  MoveView,
  NewsView,
  NoticeSetting,
  NoticeView,
  PendingItem,
  Person,
  PollView as Poll,
  PrerequisiteState,
  PrerequisiteView as Prerequisite,
  QualityReason,
  QuestCard,
  QuestPage as QuestDetail,
  QuestSort,
  QuestState,
  QuizView as Quiz,
  Reason,
  ScoreView,
  SearchHit,
  SearchResult,
  SeasonCard,
  SeasonPage,
  SlotStats as Stats,
  SpacePage,
  Standing,
  StepView as QuestStep,
  StreakView,
  SurveyView as Survey,
  VisitView as Visit,
} from '#server/api/types.ts'

/** What a list of quests is asked for. */
export type QuestQuery = Extract<Inputs['quests']['list'], object>
/** The signed-in member, or null. */
export type Me = Outputs['session']['me']
export type DepositTerms = Outputs['money']['depositTerms']
/** Announced and recent changes of the member's wallets. */
export type WalletChange = Outputs['wallets']['changes'][number]
export type SessionView = Outputs['session']['list'][number]
export type ConnectionView = Outputs['connections']['list'][number]
export type ServiceName = ConnectionView['service']
/** How a quest's prizes are given, and who won. */
export type Draw = Outputs['quests']['draw']
export type Progress = NonNullable<Outputs['quests']['progress']>
export type CredentialDetail = Outputs['explorer']['credential']
/** A space that the member works for. */
export type StudioSpace = Outputs['studio']['spaces']['list'][number]
/** A space from the inside: the member's role in it, and what that role may do. */
export type SpaceAccess = Outputs['studio']['spaces']['bySlug']
/** A quest in the list of its space. */
export type DraftCard = Outputs['studio']['quests']['list']['items'][number]
/** A kind of check as an author chooses it, with its form. */
export type RuleKind = Outputs['studio']['rules']['kinds'][number]
/** What the server says of a rule while it is written. */
export type RuleReading = Outputs['studio']['rules']['read']
/** The verdict that a rule would give somebody now. */
export type DryRun = Outputs['quests']['dryRun']
