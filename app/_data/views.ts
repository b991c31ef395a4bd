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
/** A key of a space's programs, without its secret. */
export type ApiKey = Outputs['studio']['keys']['list']['items'][number]
export type KeyScope = ApiKey['scopes'][number]
/** A key as it is shown once. */
export type MadeApiKey = Outputs['studio']['keys']['make']
/** A kind of check as an author chooses it, with its form. */
export type RuleKind = Outputs['studio']['rules']['kinds'][number]
/** A list that a space uploaded. */
export type ListView = Outputs['spaces']['lists'][number]
/** What the server says of a rule while it is written. */
export type RuleReading = Outputs['studio']['rules']['read']
/** The verdict that a rule would give somebody now. */
export type DryRun = Outputs['quests']['dryRun']
/** The money of a space: its vault, its quests' pools, what was signed. */
export type SpaceFunds = Outputs['studio']['funds']['read']
export type QuestFunds = SpaceFunds['quests'][number]
export type FundMove = SpaceFunds['moves'][number]
/** What the holder of a space's vault signs to open one leaf. */
export type PreparedOpening = Outputs['studio']['funds']['prepare']['openings'][number]
/** Somebody who brings members to a space's quests, and what is due to them. */
export type Referral = Outputs['studio']['funds']['referrals'][number]
/** A quest of a space as its authors and reviewers see it. */
export type DraftView = Outputs['studio']['quests']['get']
/** What is done with a quest on its way. */
export type DraftAct = DraftView['acts'][number]
/** A step of a draft that was tried on a wallet. */
export type TriedStep = Outputs['studio']['quests']['tryAll'][number]
/** What came of trying a saved wallet. */
export type SavedRun = Outputs['studio']['quests']['runSaved']['runs'][number]
/** Who would have passed a step lately. */
export type Backtest = Outputs['studio']['quests']['backtest']
/** A published version of a quest. */
export type QuestVersion = Outputs['studio']['quests']['versions'][number]
export type VersionDiff = Outputs['studio']['quests']['diff']
/** A common action with real contracts, as an author chooses it, and the rule that it becomes. */
export type RuleTemplate = Outputs['studio']['contracts']['templates'][number]
export type BuiltRule = Outputs['studio']['contracts']['build']
/** A contract that a space imported, and one of its functions and events. */
export type SpaceContract = Outputs['studio']['contracts']['list'][number]
export type ContractItem = Outputs['studio']['contracts']['search']['items'][number]
/** Where a space is told of what happens, and what was sent there. */
export type WebhookEndpoint = Outputs['studio']['webhooks']['list']['items'][number]
export type WebhookType = Outputs['studio']['webhooks']['list']['types'][number]
export type WebhookDelivery = Outputs['studio']['webhooks']['deliveries']['items'][number]
/** A list that rules of a space may name, and a secret that its requests may carry: the value is never shown. */
export type SpaceList = Outputs['spaces']['lists'][number]
export type SpaceSecret = Outputs['spaces']['secrets'][number]
/** Somebody who works for a space, and what the one who looks may do with that place. */
export type TeamMember = Outputs['studio']['team']['list'][number]
export type TeamInvitation = Outputs['studio']['team']['invitations'][number]
/** An invitation for the signed-in member. */
export type MyInvitation = Outputs['studio']['invitations']['mine'][number]
/** What a space says of itself, with the version to save upon, and its domain. */
export type SpaceSettings = Outputs['studio']['settings']['read']
export type SpaceDomain = NonNullable<SpaceSettings['domain']>
/** What the platform held or delisted of a space, with the appeal. */
export type SpaceStop = Outputs['studio']['stops']['list'][number]
/** An act in the log of a space. */
export type LogEntry = Outputs['studio']['audit']['list']['items'][number]
export type LogAction = NonNullable<Inputs['studio']['audit']['list']['action']>
/** Why a member reports something. */
export type ReportReason = Inputs['platform']['report']['reason']
export type QueuedCase = Outputs['platform']['queue']['items'][number]
export type CaseFile = Outputs['platform']['case']
export type CaseKind = QueuedCase['kind']
export type FeatureView = Outputs['platform']['features'][number]
export type MarkedSpace = Outputs['platform']['spaces']['items'][number]
export type AilingQuest = Outputs['platform']['ailingQuests'][number]
export type PlatformEntry = Outputs['platform']['log']['items'][number]
export type PlatformRights = Outputs['platform']['me']['rights']
