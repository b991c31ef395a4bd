import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'viem'
import { chains as registry } from '#chains/registry.ts'
import type { Connection, Database } from '#drizzle/client.ts'
import { publishEvent } from '#drizzle/publishEvent.ts'
import { transact, uniqueViolation } from '#drizzle/transact.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import type { Faucet } from '#server/accounts/faucetClient.ts'
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
import { createTxStatusStore } from '#server/credentials/txStatusStore.ts'
import { addCube } from '#server/quests/addCube.ts'
import { answerQuiz } from '#server/quests/answerQuiz.ts'
import { readChainHealth } from '#server/quests/chainHealth.ts'
import { createChainHealthStore } from '#server/quests/chainHealthStore.ts'
import { createQuest } from '#server/quests/createQuest.ts'
import { createEvidenceStore } from '#server/quests/evidenceStore.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import { pasteTransaction } from '#server/quests/pasteTransaction.ts'
import { publishQuest } from '#server/quests/publishQuest.ts'
import { createQuestStore } from '#server/quests/questStore.ts'
import { createQuestViewStore } from '#server/quests/questViewStore.ts'
import { readEvidence } from '#server/quests/readEvidence.ts'
import { listQuests, readProgress, readQuest } from '#server/quests/readQuests.ts'
import { startQuest } from '#server/quests/startQuest.ts'
import { createSubmissionStore } from '#server/quests/submissionStore.ts'
import { answerSurvey, vote } from '#server/quests/submitForm.ts'
import { type AuthoringPort, backtestRule, checkRule, type DryRunInput, tryRule } from '#server/quests/tryRule.ts'
import { finishVisit, issueVisit, openVisit } from '#server/quests/visitLink.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { Log } from '#server/shared/log.ts'
import { describeRule } from '#server/verify/run.ts'
import { composeConnect } from './connect.ts'
import { composeMoney } from './money.ts'
import { oneAtATime } from './oneAtATime.ts'
import { closedOutbound, type Outbound } from './outbound.ts'
import type { ExportPort } from './ports.ts'
import { followerPort, questDeps } from './quests.ts'
import { composeSpaces } from './spaces.ts'

export type MemberDeps = {
  db: Database
  log: Log
  /** Origin of the site, from configuration. */
  origin: string
  /** Seals session cookies; checked by `requireSecret`. */
  secret: string
  /** CAIP-2 ids that a sign-in text may name. */
  signInChains: ReadonlySet<string>
  /** CAIP-2 ids of the chains that this deployment reads. */
  chains: ReadonlySet<string>
  linkChains: LinkDeps['linkChains']
  /** Quests that one space may create within 24 hours; the default is in `quests.ts`. */
  questsPerDay?: number
  evmClient(chain: string): Client | null
  faucet: Faucet
  exporter: ExportPort
  /** Reads what a rule asks for, where authors try one. */
  authoring: AuthoringPort
  /** Asks others; absent = nobody is asked and nothing can be connected or sealed. */
  outbound?: Outbound
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
  const signatures = { evmClient: deps.evmClient, origin: deps.origin, chains: deps.signInChains, now }
  const accountDeps = {
    transact: <T>(work: (work: AccountWork) => Promise<T>) => transact(db, (connection) => work(accountWork(connection))),
  }
  const linkDeps: LinkDeps = { ...accountDeps, ...nonceDeps, ...signatures, linkChains: deps.linkChains, readAccounts }
  const outbound = deps.outbound ?? closedOutbound
  const connectDeps = composeConnect({ db, outbound, ...nonceDeps, origin: deps.origin, secret: deps.secret })
  const quests = questDeps({
    db,
    chains: deps.chains,
    localEndpoints: outbound.localEndpoints,
    sealer: outbound.sealer,
    now,
    ...(deps.questsPerDay === undefined ? {} : { questsPerDay: deps.questsPerDay }),
  })
  const authoring = { ...quests, authoring: deps.authoring }
  /** What a member who tries a rule on themselves brings. */
  const selfOf = async (accountId: string): Promise<DryRunInput['self']> => {
    const [account, wallets] = await Promise.all([readAccounts.findAccount(accountId), readAccounts.listWallets(accountId)])
    return { handle: account?.handle ?? null, wallets: wallets.map(({ address }) => address) }
  }
  const readDeps = {
    views: createQuestViewStore(db),
    readQuests: createQuestStore(db),
    readParticipations: createParticipationStore(db),
    readSubmissions: createSubmissionStore(db),
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
      evidence: (input: Parameters<typeof readEvidence>[1]) => readEvidence({ evidence: createEvidenceStore(db) }, input),
      start: (input: Parameters<typeof startQuest>[1]) => startQuest(quests, input),
      answerQuiz: (input: Parameters<typeof answerQuiz>[1]) => answerQuiz(quests, input),
      vote: (input: Parameters<typeof vote>[1]) => vote(quests, input),
      answerSurvey: (input: Parameters<typeof answerSurvey>[1]) => answerSurvey(quests, input),
      addCube: (input: Parameters<typeof addCube>[1]) => addCube(quests, input),
      issueVisit: (input: Parameters<typeof issueVisit>[1]) => issueVisit(quests, input),
      openVisit: (input: Parameters<typeof openVisit>[1]) => openVisit(quests, input),
      finishVisit: (input: Parameters<typeof finishVisit>[1]) => finishVisit(quests, input),
      pasteTransaction: (input: Parameters<typeof pasteTransaction>[1]) => pasteTransaction(quests, input),
      create: (input: Parameters<typeof createQuest>[1]) => createQuest(quests, input),
      publish: (input: Parameters<typeof publishQuest>[1]) => publishQuest(quests, input),
      checkRule: (input: Parameters<typeof checkRule>[1]) => checkRule(authoring, input),
      dryRun: async (input: Omit<DryRunInput, 'self'>) => tryRule(authoring, { ...input, self: await selfOf(input.accountId) }),
      backtest: oneAtATime((input: Parameters<typeof backtestRule>[1]) => backtestRule(authoring, input)),
    },
    spaces: composeSpaces(quests),
    connections: connectDeps,
    money: composeMoney({ db, readAccounts, evmClient: deps.evmClient, now }),
    questDeps: quests,
    explorer,
    txs: createTxStatusStore(db),
    follower: followerPort(db, quests, { log: deps.log, heard: () => 'all' }),
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
    rejudge: (account) => createParticipationStore(connection).wake({ account }),
  }
}
