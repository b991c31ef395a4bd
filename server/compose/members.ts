import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'viem'
import { chains as registry } from '#chains/registry.ts'
import type { Connection, Database } from '#drizzle/client.ts'
import { publishEvent } from '#drizzle/publishEvent.ts'
import { transact, uniqueViolation } from '#drizzle/transact.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import { challengeLink, type LinkDeps, linkWallets } from '#server/accounts/linkWallets.ts'
import { type AccountWork, signInWith } from '#server/accounts/signInWith.ts'
import { updateHandle } from '#server/accounts/updateHandle.ts'
import { nextAuthOptions } from '#server/auth/nextAuthOptions.ts'
import { issueNonce, newBrowserId } from '#server/auth/nonce.ts'
import { createNonceStore } from '#server/auth/nonceStore.ts'
import { getSession } from '#server/auth/session.ts'
import { createSessionStore } from '#server/auth/sessionStore.ts'
import { createExplorerStore } from '#server/credentials/explorerStore.ts'
import { readPerson } from '#server/credentials/readPerson.ts'
import { answerQuiz } from '#server/quests/answerQuiz.ts'
import { readChainHealth } from '#server/quests/chainHealth.ts'
import { createChainHealthStore } from '#server/quests/chainHealthStore.ts'
import { createQuest } from '#server/quests/createQuest.ts'
import { openSteps, recordVerdicts } from '#server/quests/followSteps.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import { publishQuest } from '#server/quests/publishQuest.ts'
import { createQuestStore } from '#server/quests/questStore.ts'
import { createQuestViewStore } from '#server/quests/questViewStore.ts'
import type { QuestDeps } from '#server/quests/questWork.ts'
import { listQuests, readProgress, readQuest } from '#server/quests/readQuests.ts'
import type { SlotPort } from '#server/quests/slotPort.ts'
import { startQuest } from '#server/quests/startQuest.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { Log } from '#server/shared/log.ts'
import type { FollowerPort } from '#server/verify/followerPort.ts'
import { describeRule } from '#server/verify/run.ts'
import type { ExportPort, FaucetPort } from './ports.ts'
import { questWork } from './questWork.ts'

export type MemberDeps = {
  db: Database
  log: Log
  /** Origin of the site, from configuration. */
  origin: string
  /** Seals session cookies; checked by `requireSecret`. */
  secret: string
  /** CAIP-2 ids of the chains that this deployment reads. */
  chains: ReadonlySet<string>
  linkChains: LinkDeps['linkChains']
  evmClient(chain: string): Client | null
  slot: SlotPort
  faucet: FaucetPort
  exporter: ExportPort
  now(): number
}

/** The use cases of members, over one database. The api calls these and nothing else. */
export type Members = ReturnType<typeof composeMembers>

export function composeMembers(deps: MemberDeps) {
  const { db, now } = deps
  const sessions = createSessionStore(db)
  const readAccounts = createAccountStore(db)
  const explorer = createExplorerStore(db)
  const health = createChainHealthStore(db)
  const nonceDeps = { nonces: createNonceStore(db), now, random: (bytes: number) => randomBytes(bytes) }
  const signatures = { evmClient: deps.evmClient, origin: deps.origin, chains: deps.chains, now }
  const accountDeps = {
    transact: <T>(work: (work: AccountWork) => Promise<T>) => transact(db, (connection) => work(accountWork(connection))),
  }
  const linkDeps: LinkDeps = { ...accountDeps, ...nonceDeps, ...signatures, linkChains: deps.linkChains, readAccounts }
  const questDeps: QuestDeps = {
    transact: (work) => transact(db, (connection) => work(questWork(connection, deps.slot))),
    chains: deps.chains,
    now,
    newId: randomUUID,
  }
  const readDeps = {
    views: createQuestViewStore(db),
    readQuests: createQuestStore(db),
    readParticipations: createParticipationStore(db),
    describe: describeRule,
    now,
  }
  const sessionDeps = { sessions, secret: deps.secret, origin: deps.origin, now }
  const authOptions = nextAuthOptions({
    ...sessionDeps,
    ...nonceDeps,
    ...signatures,
    log: deps.log,
    newId: randomUUID,
    signInWith: (wallet) => signInWith(accountDeps, wallet),
  })
  const follower: FollowerPort = {
    openSteps: () => openSteps(readDeps.readParticipations),
    record: async (results) => {
      const completed = await recordVerdicts(questDeps, results)
      for (const { credentialId, requestId } of completed)
        deps.log.info({ credentialId, requestId }, 'quest completed, mint handed to the slot')
    },
  }
  return {
    origin: deps.origin,
    secret: deps.secret,
    log: deps.log,
    now,
    authOptions,
    sessions,
    getSession: (cookieHeader: string | null) => getSession(sessionDeps, cookieHeader),
    issueNonce: (browserId: string) => issueNonce(nonceDeps, browserId),
    newBrowserId: () => newBrowserId(nonceDeps),
    accounts: {
      read: (id: string) => readAccounts.findAccount(id),
      wallets: (id: string) => readAccounts.listWallets(id),
      signInWith: (wallet: Parameters<typeof signInWith>[1]) => signInWith(accountDeps, wallet),
      challengeLink: (input: Parameters<typeof challengeLink>[1]) => challengeLink(linkDeps, input),
      link: (input: Parameters<typeof linkWallets>[1]) => linkWallets(linkDeps, input),
      updateHandle: (input: { accountId: string; handle: string }) =>
        updateHandle({ readAccounts, isTaken: (error) => uniqueViolation(error) !== null }, input),
      person: (input: { handle: string }) => readPerson({ readAccounts, explorer }, input),
    },
    quests: {
      list: (input: Parameters<typeof listQuests>[1]) => listQuests(readDeps, input),
      bySlug: (input: Parameters<typeof readQuest>[1]) => readQuest(readDeps, input),
      progress: (input: Parameters<typeof readProgress>[1]) => readProgress(readDeps, input),
      start: (input: Parameters<typeof startQuest>[1]) => startQuest(questDeps, input),
      answerQuiz: (input: Parameters<typeof answerQuiz>[1]) => answerQuiz(questDeps, input),
      create: (input: Parameters<typeof createQuest>[1]) => createQuest(questDeps, input),
      publish: (input: Parameters<typeof publishQuest>[1]) => publishQuest(questDeps, input),
    },
    questDeps,
    explorer,
    follower,
    chainHealth: () => readChainHealth({ chains: registry.filter(({ id }) => deps.chains.has(id)), health, now }),
    slotDeployment: () => slotDeployment(db),
    faucet: deps.faucet,
    exporter: deps.exporter,
  }
}

function accountWork(connection: Connection): AccountWork {
  return {
    accounts: createAccountStore(connection),
    publish: (event) => publishEvent(connection, event),
    rejudge: () => createParticipationStore(connection).wake(),
  }
}
