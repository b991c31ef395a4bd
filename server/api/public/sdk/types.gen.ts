// Made from the OpenAPI document by `node server/api/public/writeGenerated.ts`. Do not change by hand.

/** Where to tell, and of what. */
export type AddWebhook = {
  url: string
  types: ("quest.published" | "quest.live" | "quest.ended" | "participation.started" | "step.passed" | "quest.completed" | "credential.final" | "credential.revoked")[]
  description?: string
}

/** A batch of the slot. */
export type Batch = {
  number: number
  circuit: string
  status: "sealed" | "proposed" | "voted" | "final" | "pruned"
  credentials: number
  accounts: number
  inboxItems: number
  dataBytes: number
  oldRoot: string
  newRoot: string
  /** The slot’s clock, unix seconds. */
  timestamp: number
  sealedAt: string
  proposedAt: string | null
  provenAt: string | null
  finalAt: string | null
  proposeTx: string | null
  voteTx: string | null
  proposeGas: number | null
  verifyGas: number | null
  gasPerCredential: number | null
  proofMs: number | null
  watcher: "agrees" | "disagrees" | "not-yet"
}

/** A batch with all that L2 did with it. */
export type BatchDetail = {
  number: number
  circuit: string
  status: "sealed" | "proposed" | "voted" | "final" | "pruned"
  credentials: number
  accounts: number
  inboxItems: number
  dataBytes: number
  oldRoot: string
  newRoot: string
  /** The slot’s clock, unix seconds. */
  timestamp: number
  sealedAt: string
  proposedAt: string | null
  provenAt: string | null
  finalAt: string | null
  proposeTx: string | null
  voteTx: string | null
  proposeGas: number | null
  verifyGas: number | null
  gasPerCredential: number | null
  proofMs: number | null
  watcher: "agrees" | "disagrees" | "not-yet"
  dataCommit: string
  wordsHash: string
  entries: number
  sends: {
    step: "propose" | "vote" | "finalize" | "pay" | "refund"
    status: "queued" | "sent" | "mined" | "reverted"
    hash: string | null
    gas: number | null
    bytes: number
    blobBytes: number | null
    minedAt: string | null
  }[]
  previous: number | null
  next: number | null
}

/** A page of a list, in its order. */
export type BatchPage = {
  items: Batch[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** How a chain is read now. `lagMs` is the age of its head. */
export type ChainHealth = {
  chain: string
  name: Text
  icon: string
  status: "ok" | "late" | "down" | "unused"
  height: number | null
  finalizedHeight: number | null
  lagMs: number | null
  checkedAt: string | null
}

/** The chains of this deployment. */
export type Chains = {
  items: ChainHealth[]
}

/** What is to be another. */
export type ChangeWebhook = {
  url?: string
  types?: ("quest.published" | "quest.live" | "quest.ended" | "participation.started" | "step.passed" | "quest.completed" | "credential.final" | "credential.revoked")[]
  description?: string
  status?: "active" | "paused"
}

/** A CUBE: what a completed quest gives. */
export type Credential = {
  id: string
  /** Its leaf in the slot; null before it is in a batch. */
  index: number | null
  /** Its number among those of its quest. */
  serial: number | null
  quest: {
    slug: string
    title: Text
    category: string
    points: number
  }
  space: SpaceRef
  holder: {
    handle: string | null
    wallet: string
    /** The wallet that the slot minted it to, which never changes. */
    mintedTo: string
  }
  state: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
  batch: number | null
  issuedAt: string | null
  createdAt: string
  times: {
    acceptedAt: string
    sealedAt: string | null
    proposedAt: string | null
    provenAt: string | null
    finalAt: string | null
  }
}

/** A CUBE is final on L2. */
export type CredentialFinalMessage = {
  type: "credential.final"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
    }
    member: {
      wallet: string
      handle: string | null
    }
    credential: {
      id: string
      evidenceDigest: string
      index: number
      serial: number | null
      issuedAt: string | null
    }
    batch: number
  }
}

/** A page of a list, in its order. */
export type CredentialPage = {
  items: Credential[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** All that a CUBE says in public: its rules in words, digests of its evidence, expiry, revocation. */
export type CredentialRecord = {
  id: string
  /** Its leaf in the slot; null before it is in a batch. */
  index: number | null
  /** Its number among those of its quest. */
  serial: number | null
  quest: {
    slug: string
    title: Text
    category: string
    points: number
  }
  space: SpaceRef
  holder: {
    handle: string | null
    wallet: string
    /** The wallet that the slot minted it to, which never changes. */
    mintedTo: string
  }
  state: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
  batch: number | null
  issuedAt: string | null
  createdAt: string
  times: {
    acceptedAt: string
    sealedAt: string | null
    proposedAt: string | null
    provenAt: string | null
    finalAt: string | null
  }
  /** Checked ENS names of the holder’s wallets, by wallet. */
  names: Record<string, string>
  supply: number
  expiresAt: string | null
  revoked: {
    batch: number
    final: boolean
    reason: "mistake" | "multiple" | "cheated" | "request" | "other" | null
    words: string | null
  } | null
  rules: {
    version: number
    hash: string
    order: "any" | "sequence"
    steps: {
      id: string
      title: Text
      rule: Text
      digest: string | null
    }[]
  }
  evidence: {
    digest: string
    root: string | null
    position: number | null
  }
}

/** A CUBE was taken back for good. */
export type CredentialRevokedMessage = {
  type: "credential.revoked"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
    }
    member: {
      wallet: string
      handle: string | null
    }
    credential: {
      id: string
      evidenceDigest: string
      index: number
      serial: number | null
      issuedAt: string | null
    }
    batch: number
    reason: number
  }
}

/** A CUBE with its portable document; null until it is final. */
export type CredentialWithDocument = {
  id: string
  /** Its leaf in the slot; null before it is in a batch. */
  index: number | null
  /** Its number among those of its quest. */
  serial: number | null
  quest: {
    slug: string
    title: Text
    category: string
    points: number
  }
  space: SpaceRef
  holder: {
    handle: string | null
    wallet: string
    /** The wallet that the slot minted it to, which never changes. */
    mintedTo: string
  }
  state: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
  batch: number | null
  issuedAt: string | null
  createdAt: string
  times: {
    acceptedAt: string
    sealedAt: string | null
    proposedAt: string | null
    provenAt: string | null
    finalAt: string | null
  }
  document: VerifiableCredential | null
}

/** A message on its way to an endpoint, and what came of the last attempt. */
export type Delivery = {
  message: string
  type: "quest.published" | "quest.live" | "quest.ended" | "participation.started" | "step.passed" | "quest.completed" | "credential.final" | "credential.revoked" | "webhook.test"
  body: string
  at: string
  status: "waiting" | "delivered" | "failed"
  attempts: number
  nextAt: string | null
  attemptedAt: string | null
  code: number | null
  error: string | null
  answer: string | null
  deliveredAt: string | null
}

/** A page of a list, in its order. */
export type DeliveryPage = {
  items: Delivery[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** A quest as its authors see it: the text with every problem at once, its warnings and its reviews. */
export type Draft = {
  slug: string
  state: "draft" | "review" | "approved" | "scheduled" | "live" | "paused" | "ended"
  stage: "draft" | "review" | "approved" | "published"
  archived: boolean
  /** Give it with every change: one that is older is refused (`draft.stale`). */
  revision: number
  document: {
    definition: Record<string, unknown>
    supply: unknown
    opensAt: unknown
    closesAt: unknown
  }
  problems: {
    field: string
    found: string
    expected: string
  }[]
  warnings: {
    code: string
    path: string
    acknowledged: boolean
  }[]
  /** What can be done now, by whoever may. */
  acts: ("save" | "submit" | "approve" | "sendBack" | "launch" | "pause" | "resume" | "end" | "archive" | "restore")[]
  editedBy: string | null
  editedAt: string
  quest: {
    status: string
    version: number
    completed: number
    supply: number
  } | null
  reviews: {
    act: string
    revision: number
    by: string | null
    words: string | null
    at: string
  }[]
  addresses: {
    should: "pass" | "fail"
    wallet: string
    lastResult: string | null
    lastAt: string | null
  }[]
}

/** A quest as its space sees it in a list. */
export type DraftCard = {
  slug: string
  title: {
    en: string | null
    ja: string | null
  }
  state: "draft" | "review" | "approved" | "scheduled" | "live" | "paused" | "ended"
  /** How far the text is: of a quest that runs, that of its next version. */
  stage: "draft" | "review" | "approved" | "published"
  places: {
    completed: number
    supply: number
  } | null
  editedAt: string
}

/** A page of a list, in its order. */
export type DraftCardPage = {
  items: DraftCard[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** A draft and its revision. */
export type DraftName = {
  slug: string
  revision: number
}

/** The revision that a draft has now. */
export type DraftRevision = {
  revision: number
}

/** Where a text stands. */
export type DraftStage = {
  slug: string
  stage: "draft" | "review" | "approved" | "published"
  revision: number
}

/** The new secret; so long, messages carry a signature by the one before, too. */
export type FreshSecret = {
  secret: string
  previousSecretUntil: string
}

/** How far those came who came on these days (UTC). */
export type Funnel = {
  from: string
  to: string
  order: "any" | "sequence"
  steps: {
    id: string
    title: Text
  }[]
  stages: {
    id: string
    count: number | null
    before: string | null
    /** Of the stage `before`, 0 to 1. */
    share: number | null
  }[]
  by: "wallet" | "referrer" | "ref" | "day" | "chain" | null
  groups: {
    key: string | null
    stages: {
      id: string
      count: number | null
      before: string | null
      /** Of the stage `before`, 0 to 1. */
      share: number | null
    }[]
  }[]
  rest: {
    id: string
    count: number | null
    before: string | null
    /** Of the stage `before`, 0 to 1. */
    share: number | null
  }[] | null
}

/** A version that was launched, and what came of the wallets that are tried before. */
export type Launched = {
  slug: string
  version: number
  rulesHash: string
  state: string
  addresses: {
    should: "pass" | "fail"
    wallet: string
    result: string
    steps: {
      id: string
      status: string
    }[]
  }[]
}

/** Members by XP. A period without an end has null there. */
export type Leaderboard = {
  period: {
    kind: string
    from: string | null
    to: string | null
  }
  category: string | null
  space: SpaceRef | null
  members: number
  entries: {
    rank: number
    /** Members with the same XP share a rank. */
    sharedBy: number
    account: {
      id: string
      handle: string | null
      wallet: string
      name: string | null
    }
    level: number
    xp: number
    credentials: number
    /** The account looks like one of several of one person. */
    flagged: boolean
  }[]
  nextCursor: string | null
}

/** A list of wallets or members that rules can name, by its digest. */
export type List = {
  id: string
  name: string
  by: "evm" | "solana" | "handle"
  digest: string
  columns: string[]
  rows: number
  duplicates: number
  createdAt: string
}

/** A list by its id. */
export type ListName = {
  id: string
}

/** All lists of a space. */
export type Lists = {
  items: List[]
}

/** The name of a quest. */
export type MakeQuest = {
  slug: string
}

/** A message by its id, by which the deliveries have it. */
export type Message = {
  message: string
}

/** Which text is meant. */
export type OfRevision = {
  /** The revision that you read. */
  revision: number
}

/** Somebody on a quest. */
export type Participant = {
  id: string
  account: {
    id: string
    handle: string | null
    wallet: string | null
  }
  version: number
  startedAt: string
  completedAt: string | null
  /** Ids of the steps that passed. */
  passed: string[]
  /** The verdict on each step that was judged, by its id. */
  verdicts: Record<string, "pass" | "fail" | "pending" | "error">
  credential: {
    id: string
    index: number | null
    serial: number | null
    state: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
    revocation: "asked" | "done" | null
  } | null
  /** What the completion set aside in the slot; null where the quest pays nothing. */
  reward: {
    token: number
    amount: string
    paid: "coming" | "reserved" | "claimed" | "returned" | "refused"
  } | null
  from: {
    referrer: string | null
    ref: string | null
  }
  cluster: "none" | "watch" | "flagged" | null
}

/** A page of a list, in its order. */
export type ParticipantPage = {
  items: Participant[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** A member began a quest. */
export type ParticipationStartedMessage = {
  type: "participation.started"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
    }
    member: {
      wallet: string
      handle: string | null
    }
    participation: {
      id: string
      startedAt: string
    }
  }
}

/** A member’s public page. `credentials` are the newest; the list of all has pages. */
export type Person = {
  id: string
  handle: string | null
  wallets: string[]
  names: Record<string, string>
  credentials: Credential[]
  count: number
  joinedAt: string
}

/** Problem details (RFC 9457). `code` is stable; `field`, `found` and `expected` say what to change. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  /** The request, by its id. */
  instance: string
  code: string
  field: string | null
  found: string | null
  expected: string | null
  retryAfterSeconds: number | null
  requestId: string
  /** What is there now, where you knew something older (`draft.stale`). */
  current?: unknown
}

/** A quest with its steps. */
export type Quest = {
  slug: string
  status: "publishing" | "live" | "paused" | "ended"
  title: Text
  summary: Text
  category: "defi" | "nft" | "identity" | "learn" | "social" | "infrastructure"
  difficulty: 1 | 2 | 3
  minutes: number
  points: number
  /** Coins for each completion, in wei; null where there are none. */
  reward: string | null
  /** CAIP-2 ids of the chains that its steps read. */
  chains: string[]
  steps: number
  /** Places in all. */
  supply: number
  /** Places that are taken. */
  completed: number
  opensAt: string
  closesAt: string
  space: SpaceRef
  /** The space’s mark is low; its page says why. */
  caution: boolean
  /** How often it comes again. */
  every: "day" | "week" | null
  description: Text
  /** Of the version that judges; CUBEs carry it. */
  rulesHash: string
  version: number
  order: "any" | "sequence"
  prerequisites: ({
    kind: "quest" | "credential"
    quest: string
    title: Text
  } | {
    kind: "score"
    min: number
  })[]
  /** What a recurring quest is a period of. */
  family: {
    every: "day" | "week"
    periods: number
    slug: string
    period: number
    nextAt: string | null
  } | null
  feePerMint: string | null
  /** The quest whose winners this one pays. */
  prizeOf: string | null
  /** Why it is in no list, and nobody new starts it. */
  stop: {
    kind: "held" | "delisted"
    of: "space" | "quest"
    reason: Text | null
    at: string
  } | null
  stepList: Step[]
}

/** A quest in a list. */
export type QuestCard = {
  slug: string
  status: "publishing" | "live" | "paused" | "ended"
  title: Text
  summary: Text
  category: "defi" | "nft" | "identity" | "learn" | "social" | "infrastructure"
  difficulty: 1 | 2 | 3
  minutes: number
  points: number
  /** Coins for each completion, in wei; null where there are none. */
  reward: string | null
  /** CAIP-2 ids of the chains that its steps read. */
  chains: string[]
  steps: number
  /** Places in all. */
  supply: number
  /** Places that are taken. */
  completed: number
  opensAt: string
  closesAt: string
  space: SpaceRef
  /** The space’s mark is low; its page says why. */
  caution: boolean
  /** How often it comes again. */
  every: "day" | "week" | null
}

/** A page of a list, in its order. */
export type QuestCardPage = {
  items: QuestCard[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** A member completed a quest. */
export type QuestCompletedMessage = {
  type: "quest.completed"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
    }
    member: {
      wallet: string
      handle: string | null
    }
    credential: {
      id: string
      evidenceDigest: string
    }
  }
}

/** A quest ended. */
export type QuestEndedMessage = {
  type: "quest.ended"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
      opensAt: string
      closesAt: string
      supply: number
      completed: number
    }
  }
}

/** A quest opened. */
export type QuestLiveMessage = {
  type: "quest.live"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
      opensAt: string
      closesAt: string
      supply: number
      completed: number
    }
  }
}

/** A quest, or its next version, was launched. */
export type QuestPublishedMessage = {
  type: "quest.published"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
      opensAt: string
      closesAt: string
      supply: number
      completed: number
    }
  }
}

/** How a quest runs now. */
export type QuestState = {
  slug: string
  state: "draft" | "review" | "approved" | "scheduled" | "live" | "paused" | "ended"
}

/** Why members are not through with the steps, most frequent first. */
export type Reasons = {
  steps: {
    id: string
    title: Text
  }[]
  reasons: {
    step: string
    status: "fail" | "pending" | "error"
    code: string | null
    members: number
    example: Text
    judgedAt: string
  }[]
}

/** From when on, and what: what never arrived, or all of it. */
export type ReplaySince = {
  since: string
  which?: "undelivered" | "all"
}

/** How many messages were queued; `until` is the next call’s `since`, null when there is no more. */
export type Replayed = {
  queued: number
  until: string | null
}

/** Parts of a draft to save. */
export type SaveDraft = {
  /** The revision that you read. */
  revision: number
  changes?: {
    /** Fields to put in place of those that are there; null takes one away. */
    definition?: Record<string, unknown>
    supply?: number | null
    opensAt?: string | null
    closesAt?: string | null
  }
  /** Warnings that you know of. */
  acknowledge?: {
    code: string
    path: string
  }[]
}

/** Which text is meant, and why. */
export type SendBack = {
  /** The revision that you read. */
  revision: number
  words: string
}

/** A space: who makes quests, and what is known of them. */
export type Space = {
  slug: string
  name: string
  names: {
    en: string
    ja: string | null
  }
  about: Text | null
  website: string | null
  links: {
    kind: "docs" | "blog" | "forum" | "x" | "discord" | "telegram" | "github" | "youtube"
    url: string
  }[]
  /** Handle of who answers for it. */
  owner: string | null
  createdAt: string
  quests: number
  completions: number
  members: number
  /** A domain that it has proven to be its own. */
  domain: string | null
  quality: {
    level: "low" | "new" | "steady"
    reasons: {
      sign: "good" | "neutral" | "bad" | "unchecked"
      kind: "age" | "completions" | "payouts" | "domain" | "reports" | "contracts" | "clusters"
      days?: number
      count?: number
      due?: number
      final?: number
      refused?: number
      host?: string | null
      upheld?: number
    }[]
  }
  stop: {
    kind: "held" | "delisted"
    of: "space" | "quest"
    reason: Text | null
    at: string
  } | null
}

/** A space by its slug. */
export type SpaceRef = {
  slug: string
  name: string
}

/** A step of a quest. `describe` is its rule in words. */
export type Step = {
  id: string
  title: Text
  hint?: Text
  link?: string
  describe: Text
  /** Read before the step is done; texts in Markdown. */
  cards?: {
    title: Text
    text: Text
  }[]
  /** Services whose account the step asks about. */
  services?: string[]
}

/** A member passed a step. */
export type StepPassedMessage = {
  type: "step.passed"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    quest: {
      slug: string
      title: {
        en: string
        ja: string
      }
      version: number
      rulesHash: string
    }
    member: {
      wallet: string
      handle: string | null
    }
    participation: {
      id: string
      startedAt: string
    }
    step: {
      id: string
      title: {
        en: string
        ja: string
      }
      evidenceDigest: string | null
    }
  }
}

/** The same words in the two languages of the site. */
export type Text = {
  en: string
  ja: string
}

/** A transaction of the slot. */
export type Tx = {
  id: string
  lane: "mint" | "openAccount" | "ledger" | "inbox"
  kind: string
  state: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
  batch: number | null
  at: string
  account: {
    index: number | null
    handle: string | null
    wallet: string | null
    member: boolean
  } | null
  subject: {
    amount: {
      token: number
      value: string
    } | null
    recipient: string | null
    other: {
      index: number | null
      handle: string | null
      wallet: string | null
      member: boolean
    } | null
    quest: {
      index: number
      slug: string | null
      title: Text | null
    } | null
    credential: number | null
  }
}

/** Everything about one transaction of the slot. */
export type TxDetail = {
  id: string
  lane: "mint" | "openAccount" | "ledger" | "inbox"
  kind: string
  state: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
  batch: number | null
  at: string
  account: {
    index: number | null
    handle: string | null
    wallet: string | null
    member: boolean
  } | null
  subject: {
    amount: {
      token: number
      value: string
    } | null
    recipient: string | null
    other: {
      index: number | null
      handle: string | null
      wallet: string | null
      member: boolean
    } | null
    quest: {
      index: number
      slug: string | null
      title: Text | null
    } | null
    credential: number | null
  }
  fields: {
    name: string
    type: string
    value: string
    token?: number
  }[]
  nonce: number | null
  fee: {
    token: number
    value: string
  } | null
  authoriser: {
    name: string
    type: string
    value: string
    token?: number
  } | null
  refusal: string | null
  words: string[]
  trail: {
    item: string | null
    propose: string | null
    vote: string | null
    finalize: string | null
    pay: string | null
  }
  times: {
    acceptedAt: string
    sealedAt: string | null
    proposedAt: string | null
    provenAt: string | null
    finalAt: string | null
    paidAt: string | null
  }
  kept: boolean | null
}

/** A page of a list, in its order. */
export type TxPage = {
  items: Tx[]
  /** Give it as `cursor` for the next page. Null on the last one. */
  nextCursor: string | null
}

/** W3C Verifiable Credential 2.0 with an Open Badges 3.0 achievement and the slot’s proof. */
export type VerifiableCredential = Record<string, unknown>

/** A version that was published; it never changes. */
export type Version = {
  version: number
  rulesHash: string
  at: string
  /** Its words are the quest’s. */
  shown: boolean
  /** Members are judged by it. */
  judges: boolean
}

/** All versions of a quest. */
export type Versions = {
  items: Version[]
}

/** Where a space’s own systems are told what happens. */
export type Webhook = {
  id: string
  url: string
  description: string
  types: ("quest.published" | "quest.live" | "quest.ended" | "participation.started" | "step.passed" | "quest.completed" | "credential.final" | "credential.revoked" | "webhook.test")[]
  status: "active" | "paused" | "disabled"
  disabledFor: "gone" | "failing" | null
  failingSince: string | null
  previousSecretUntil: string | null
  createdAt: string
}

/** An endpoint by its id. */
export type WebhookName = {
  id: string
}

/** An endpoint with its secret, which is in this answer and in no other. */
export type WebhookSecret = {
  id: string
  secret: string
}

/** You asked for a test message. */
export type WebhookTestMessage = {
  type: "webhook.test"
  timestamp: string
  data: {
    space: {
      slug: string
      name: string
    }
    endpoint: string
  }
}

/** All endpoints of a space. */
export type Webhooks = {
  items: Webhook[]
}

/** What each call takes and answers, by its name. */
export type Operations = {
  /** Published quests, narrowed and sorted. */
  listQuests: {
    input: {
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
      sort?: "trending" | "newest" | "ending" | "reward" | "match"
      q?: string
      category?: "defi" | "nft" | "identity" | "learn" | "social" | "infrastructure"
      chain?: string
      reward?: "paid"
      state?: "open" | "closed"
      space?: string
      difficulty?: "1" | "2" | "3"
      minutes?: number
    }
    output: QuestCardPage
  }
  /** A quest with its steps in words. */
  getQuest: {
    input: {
      quest: string
    }
    output: Quest
  }
  /** A space, and what is known of it. */
  getSpace: {
    input: {
      space: string
    }
    output: Space
  }
  /** A member by handle, account id or wallet id. */
  getPerson: {
    input: {
      person: string
    }
    output: Person
  }
  /** A member’s CUBEs, newest first. Those that the member hides are left out. */
  listCredentialsOf: {
    input: {
      /** The account’s id. */
      person: string
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
    }
    output: CredentialPage
  }
  /** Members by XP, of all, a category or a space. */
  getLeaderboard: {
    input: {
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
      period?: "all" | "month" | "week"
      category?: "defi" | "nft" | "identity" | "learn" | "social" | "infrastructure"
      space?: string
    }
    output: Leaderboard
  }
  /** A CUBE with its portable document. */
  getCredential: {
    input: {
      /** The CUBE’s leaf in the slot. */
      index: number
    }
    output: CredentialWithDocument
  }
  /** The document of a final CUBE. What its holder keeps: a W3C Verifiable Credential 2.0 that anybody can check without us, against L2 alone. */
  getCredentialDocument: {
    input: {
      /** The CUBE’s leaf in the slot. */
      index: number
    }
    output: VerifiableCredential
  }
  /** What a CUBE rests on. The rules it was earned by, in words; digests of the evidence, which `./cairn reverify` compares; expiry and revocation. */
  getCredentialRecord: {
    input: {
      /** The CUBE’s leaf in the slot. */
      index: number
    }
    output: CredentialRecord
  }
  /** Batches, newest first. */
  listBatches: {
    input: {
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
    }
    output: BatchPage
  }
  /** A batch with all that L2 did with it. */
  getBatch: {
    input: {
      number: number
    }
    output: BatchDetail
  }
  /** Transactions of the slot, newest first. */
  listTxs: {
    input: {
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
      kind?: "mint" | "openAccount" | "ledger" | "inbox" | "transfer" | "withdraw" | "ledgerOpenQuest" | "fundQuest" | "closeQuest" | "setIssuer" | "revoke" | "claimReward" | "linkWallet" | "unlinkWallet" | "mergeInto" | "deposit" | "openQuest" | "setKey" | "activateKey" | "cancelKey" | "forcedWithdraw"
      state?: "accepted" | "batched" | "proposed" | "proven" | "final" | "refused"
      batch?: number
    }
    output: TxPage
  }
  /** Everything about one transaction. */
  getTx: {
    input: {
      id: string
    }
    output: TxDetail
  }
  /** How the chains are read right now. */
  listChains: {
    input: Record<never, never>
    output: Chains
  }
  /** Your quests with their state. Scope: `quests:read`. */
  listOwnQuests: {
    input: {
      space: string
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
      state?: "draft" | "review" | "approved" | "scheduled" | "live" | "paused" | "ended"
      search?: string
      archived?: boolean
    }
    output: DraftCardPage
  }
  /** Make an empty draft. Scope: `quests:write`. */
  makeQuest: {
    input: {
      space: string
      body: MakeQuest
    }
    output: DraftName
  }
  /** A quest as its authors see it. Scope: `quests:read`. */
  getOwnQuest: {
    input: {
      space: string
      quest: string
    }
    output: Draft
  }
  /** Save parts of a draft. A draft may lack and break anything: `getOwnQuest` lists its problems. A save on an older revision is refused, with what is there now. Scope: `quests:write`. */
  saveQuest: {
    input: {
      space: string
      quest: string
      body: SaveDraft
    }
    output: DraftRevision
  }
  /** Hand a draft in for review. Scope: `quests:write`. */
  submitQuest: {
    input: {
      space: string
      quest: string
      body: OfRevision
    }
    output: DraftStage
  }
  /** Say that a text may be launched. Scope: `quests:launch`. */
  approveQuest: {
    input: {
      space: string
      quest: string
      body: OfRevision
    }
    output: DraftStage
  }
  /** Give a draft back to its authors. Scope: `quests:launch`. */
  sendQuestBack: {
    input: {
      space: string
      quest: string
      body: SendBack
    }
    output: DraftStage
  }
  /** Launch an approved draft. A quest that opens at its time, or the next version of one that runs. The saved wallets are tried first. Scope: `quests:launch`. */
  launchQuest: {
    input: {
      space: string
      quest: string
      body: OfRevision
    }
    output: Launched
  }
  /** Nobody begins from now on. Scope: `quests:launch`. */
  pauseQuest: {
    input: {
      space: string
      quest: string
    }
    output: QuestState
  }
  /** Let members begin again. Scope: `quests:launch`. */
  resumeQuest: {
    input: {
      space: string
      quest: string
    }
    output: QuestState
  }
  /** End a quest for good. Scope: `quests:launch`. */
  endQuest: {
    input: {
      space: string
      quest: string
    }
    output: QuestState
  }
  /** Published versions, newest first. Scope: `quests:read`. */
  listVersions: {
    input: {
      space: string
      quest: string
    }
    output: Versions
  }
  /** How far visitors of a quest came. Days are UTC, the last thirty when nothing is said. Scope: `insights:read`. */
  getFunnel: {
    input: {
      space: string
      quest: string
      from?: string
      to?: string
      by?: "wallet" | "referrer" | "ref" | "day" | "chain"
    }
    output: Funnel
  }
  /** Why members are not through. Scope: `insights:read`. */
  getReasons: {
    input: {
      space: string
      quest: string
    }
    output: Reasons
  }
  /** Who is on a quest. Scope: `participants:read`. */
  listParticipants: {
    input: {
      space: string
      quest: string
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
      state?: "open" | "completed" | "final" | "revoked"
      step?: string
      verdict?: "pass" | "fail" | "pending" | "error" | "none"
      wallet?: string
      day?: string
    }
    output: ParticipantPage
  }
  /** Your endpoints. Scope: `webhooks:read`. */
  listWebhooks: {
    input: {
      space: string
    }
    output: Webhooks
  }
  /** Add an endpoint. Scope: `webhooks:write`. */
  addWebhook: {
    input: {
      space: string
      body: AddWebhook
    }
    output: WebhookSecret
  }
  /** Change, pause or resume an endpoint. Scope: `webhooks:write`. */
  changeWebhook: {
    input: {
      space: string
      webhook: string
      body: ChangeWebhook
    }
    output: Webhook
  }
  /** Remove an endpoint. Scope: `webhooks:write`. */
  removeWebhook: {
    input: {
      space: string
      webhook: string
    }
    output: WebhookName
  }
  /** A new secret. Both secrets sign for a day. Scope: `webhooks:write`. */
  rotateWebhookSecret: {
    input: {
      space: string
      webhook: string
    }
    output: FreshSecret
  }
  /** Send a test message. Scope: `webhooks:write`. */
  testWebhook: {
    input: {
      space: string
      webhook: string
    }
    output: Message
  }
  /** What was sent, newest first. Scope: `webhooks:read`. */
  listDeliveries: {
    input: {
      space: string
      webhook: string
      /** `nextCursor` of the page before, as it was given. */
      cursor?: string
      /** Items of a page. */
      limit?: number
      status?: "waiting" | "delivered" | "failed"
      type?: "quest.published" | "quest.live" | "quest.ended" | "participation.started" | "step.passed" | "quest.completed" | "credential.final" | "credential.revoked" | "webhook.test"
    }
    output: DeliveryPage
  }
  /** Send a message again. Scope: `webhooks:write`. */
  replayMessage: {
    input: {
      space: string
      webhook: string
      message: string
    }
    output: Message
  }
  /** Send again what happened since a time. Scope: `webhooks:write`. */
  replaySince: {
    input: {
      space: string
      webhook: string
      body: ReplaySince
    }
    output: Replayed
  }
  /** Your lists, newest first. Scope: `lists:read`. */
  listLists: {
    input: {
      space: string
    }
    output: Lists
  }
  /** Upload a list as CSV. The same content again is the same list. A broken row is named by its line and column. Scope: `lists:write`. */
  uploadList: {
    input: {
      space: string
      name: string
      by: "evm" | "solana" | "handle"
      body: string
    }
    output: List
  }
  /** Take a list out of what is offered. Rules that name it go on. Scope: `lists:write`. */
  removeList: {
    input: {
      space: string
      list: string
    }
    output: ListName
  }
}

/** Where each call goes. */
export const operations = {
  listQuests: {"method":"GET","path":"/v1/quests","query":["cursor","limit","sort","q","category","chain","reward","state","space","difficulty","minutes"],"body":null},
  getQuest: {"method":"GET","path":"/v1/quests/{quest}","query":[],"body":null},
  getSpace: {"method":"GET","path":"/v1/spaces/{space}","query":[],"body":null},
  getPerson: {"method":"GET","path":"/v1/people/{person}","query":[],"body":null},
  listCredentialsOf: {"method":"GET","path":"/v1/people/{person}/credentials","query":["cursor","limit"],"body":null},
  getLeaderboard: {"method":"GET","path":"/v1/leaderboard","query":["cursor","limit","period","category","space"],"body":null},
  getCredential: {"method":"GET","path":"/v1/credentials/{index}","query":[],"body":null},
  getCredentialDocument: {"method":"GET","path":"/v1/credentials/{index}/document","query":[],"body":null},
  getCredentialRecord: {"method":"GET","path":"/v1/credentials/{index}/record","query":[],"body":null},
  listBatches: {"method":"GET","path":"/v1/batches","query":["cursor","limit"],"body":null},
  getBatch: {"method":"GET","path":"/v1/batches/{number}","query":[],"body":null},
  listTxs: {"method":"GET","path":"/v1/txs","query":["cursor","limit","kind","state","batch"],"body":null},
  getTx: {"method":"GET","path":"/v1/txs/{id}","query":[],"body":null},
  listChains: {"method":"GET","path":"/v1/chains","query":[],"body":null},
  listOwnQuests: {"method":"GET","path":"/v1/spaces/{space}/quests","query":["cursor","limit","state","search","archived"],"body":null},
  makeQuest: {"method":"POST","path":"/v1/spaces/{space}/quests","query":[],"body":"application/json"},
  getOwnQuest: {"method":"GET","path":"/v1/spaces/{space}/quests/{quest}","query":[],"body":null},
  saveQuest: {"method":"PATCH","path":"/v1/spaces/{space}/quests/{quest}","query":[],"body":"application/json"},
  submitQuest: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/submit","query":[],"body":"application/json"},
  approveQuest: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/approve","query":[],"body":"application/json"},
  sendQuestBack: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/send-back","query":[],"body":"application/json"},
  launchQuest: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/launch","query":[],"body":"application/json"},
  pauseQuest: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/pause","query":[],"body":null},
  resumeQuest: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/resume","query":[],"body":null},
  endQuest: {"method":"POST","path":"/v1/spaces/{space}/quests/{quest}/end","query":[],"body":null},
  listVersions: {"method":"GET","path":"/v1/spaces/{space}/quests/{quest}/versions","query":[],"body":null},
  getFunnel: {"method":"GET","path":"/v1/spaces/{space}/quests/{quest}/funnel","query":["from","to","by"],"body":null},
  getReasons: {"method":"GET","path":"/v1/spaces/{space}/quests/{quest}/reasons","query":[],"body":null},
  listParticipants: {"method":"GET","path":"/v1/spaces/{space}/quests/{quest}/participants","query":["cursor","limit","state","step","verdict","wallet","day"],"body":null},
  listWebhooks: {"method":"GET","path":"/v1/spaces/{space}/webhooks","query":[],"body":null},
  addWebhook: {"method":"POST","path":"/v1/spaces/{space}/webhooks","query":[],"body":"application/json"},
  changeWebhook: {"method":"PATCH","path":"/v1/spaces/{space}/webhooks/{webhook}","query":[],"body":"application/json"},
  removeWebhook: {"method":"DELETE","path":"/v1/spaces/{space}/webhooks/{webhook}","query":[],"body":null},
  rotateWebhookSecret: {"method":"POST","path":"/v1/spaces/{space}/webhooks/{webhook}/secret","query":[],"body":null},
  testWebhook: {"method":"POST","path":"/v1/spaces/{space}/webhooks/{webhook}/test","query":[],"body":null},
  listDeliveries: {"method":"GET","path":"/v1/spaces/{space}/webhooks/{webhook}/deliveries","query":["cursor","limit","status","type"],"body":null},
  replayMessage: {"method":"POST","path":"/v1/spaces/{space}/webhooks/{webhook}/deliveries/{message}/replay","query":[],"body":null},
  replaySince: {"method":"POST","path":"/v1/spaces/{space}/webhooks/{webhook}/replay","query":[],"body":"application/json"},
  listLists: {"method":"GET","path":"/v1/spaces/{space}/lists","query":[],"body":null},
  uploadList: {"method":"POST","path":"/v1/spaces/{space}/lists","query":["name","by"],"body":"text/csv"},
  removeList: {"method":"DELETE","path":"/v1/spaces/{space}/lists/{list}","query":[],"body":null},
} as const satisfies Record<keyof Operations, { method: string; path: string; query: readonly string[]; body: string | null }>

/** Anything that a webhook of ours says; `type` tells which. */
export type WebhookMessage = QuestPublishedMessage | QuestLiveMessage | QuestEndedMessage | ParticipationStartedMessage | StepPassedMessage | QuestCompletedMessage | CredentialFinalMessage | CredentialRevokedMessage | WebhookTestMessage
