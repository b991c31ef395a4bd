import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'viem'
import { chains as registry } from '#chains/registry.ts'
import type { Connection, Database } from '#drizzle/client.ts'
import { publishEvents } from '#drizzle/publishEvents.ts'
import { transact, uniqueViolation } from '#drizzle/transact.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import type { Faucet } from '#server/accounts/faucetClient.ts'
import { type AccountWork, signInWith } from '#server/accounts/signInWith.ts'
import { updateHandle } from '#server/accounts/updateHandle.ts'
import type { TextChains } from '#server/accounts/walletText.ts'
import { endSessions, type SessionChoice } from '#server/auth/endSessions.ts'
import { nextAuthOptions } from '#server/auth/nextAuthOptions.ts'
import { issueNonce, newBrowserId } from '#server/auth/nonce.ts'
import { createNonceStore } from '#server/auth/nonceStore.ts'
import { findSession, getSession } from '#server/auth/session.ts'
import { createSessionStore, type SessionStore } from '#server/auth/sessionStore.ts'
import { credentialsCsv } from '#server/credentials/credentialsCsv.ts'
import { hideCredential } from '#server/credentials/hideCredential.ts'
import { createOwnCredentialStore } from '#server/credentials/ownCredentialStore.ts'
import { readPerson } from '#server/credentials/readPerson.ts'
import { readTimeline } from '#server/credentials/readTimeline.ts'
import { search } from '#server/credentials/search/search.ts'
import { createSearchStore } from '#server/credentials/search/searchStore.ts'
import { createTxStatusStore } from '#server/credentials/txStatusStore.ts'
import { tellLinked, tellSignedIn } from '#server/news/tellSafetyStore.ts'
import { addCube } from '#server/quests/addCube.ts'
import { answerQuiz } from '#server/quests/answerQuiz.ts'
import { readChainHealth } from '#server/quests/chainHealth.ts'
import { createChainHealthStore } from '#server/quests/chainHealthStore.ts'
import { createCompletionStore } from '#server/quests/completionStore.ts'
import { createQuest } from '#server/quests/createQuest.ts'
import { createDrawStore } from '#server/quests/draw/drawStore.ts'
import { readDraw, readEntrants, readWinners } from '#server/quests/draw/readDraw.ts'
import { createEvidenceStore } from '#server/quests/evidenceStore.ts'
import { createFundStore } from '#server/quests/funds/fundStore.ts'
import { ownLink } from '#server/quests/funds/referrals.ts'
import { createParticipationStore } from '#server/quests/participationStore.ts'
import { pasteTransaction } from '#server/quests/pasteTransaction.ts'
import { questTitles } from '#server/quests/prerequisites/requirementStore.ts'
import { publishQuest } from '#server/quests/publishQuest.ts'
import { createQuestStore } from '#server/quests/questStore.ts'
import { createQuestViewStore } from '#server/quests/questViewStore.ts'
import { readEvidence } from '#server/quests/readEvidence.ts'
import { readCounted, readProgress, readQuest } from '#server/quests/readQuests.ts'
import { createFamilyStore } from '#server/quests/recurrence/familyStore.ts'
import { questPages } from '#server/quests/siteMapStore.ts'
import { feePerMintOf } from '#server/quests/slotTermsStore.ts'
import { startQuest } from '#server/quests/startQuest.ts'
import { createSubmissionStore } from '#server/quests/submissionStore.ts'
import { answerSurvey, vote } from '#server/quests/submitForm.ts'
import { type AuthoringPort, backtestRule, checkRule, type DryRunInput, tryRule } from '#server/quests/tryRule.ts'
import { finishVisit, issueVisit, openVisit } from '#server/quests/visitLink.ts'
import { slotDeployment } from '#server/rollup/l2/deploymentStore.ts'
import type { Log } from '#server/shared/log.ts'
import { describeRule } from '#server/verify/run.ts'
import { composeConnect } from './connect.ts'
import { composeCredentials } from './credentials.ts'
import { composeDiscover } from './discover.ts'
import { composeExplorer } from './explorer.ts'
import { composeMoney } from './money.ts'
import { composeNews } from './news.ts'
import { oneAtATime } from './oneAtATime.ts'
import { closedOutbound, type Outbound } from './outbound.ts'
import { composePlatform } from './platform.ts'
import type { ExportPort } from './ports.ts'
import { followerPort, questDeps } from './quests.ts'
import { composeReputation } from './reputation.ts'
import { composeSpaces } from './spaces.ts'
import { standingFacts } from './standing.ts'
import { composeStudio } from './studio.ts'
import { composeWallets } from './wallets.ts'

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
  linkChains: TextChains
  /** Quests that one space may create within 24 hours; the default is in `quests.ts`. */
  questsPerDay?: number
  evmClient(chain: string): Client | null
  faucet: Faucet
  exporter: ExportPort
  /** Public key of the platform's issuer, which scores trust; absent = there are no scores here. */
  platform?: { x: bigint; y: bigint }
  /** The DID that signs exported credentials; absent = none are exported. */
  did?: string
  /** Reads what a rule asks for, where authors try one. */
  authoring: AuthoringPort
  /** Asks others; absent = nobody is asked and nothing can be connected or sealed. */
  outbound?: Outbound
  /** What browsers subscribe to pushed notices with; absent = nothing is pushed. */
  pushKey?: string
  now(): number
}

/** The use cases of members, over one database. The api calls these and nothing else. */
export type Members = ReturnType<typeof composeMembers>

export function composeMembers(deps: MemberDeps) {
  const { db, now } = deps
  const sessions: SessionStore = {
    ...createSessionStore(db),
    create: (row) =>
      transact(db, async (connection) => {
        await createSessionStore(connection).create(row)
        await tellSignedIn(connection, row.id)
      }),
  }
  const readAccounts = createAccountStore(db)
  const explorer = composeExplorer({ db, evmClient: deps.evmClient, now })
  const own = createOwnCredentialStore(db)
  const health = createChainHealthStore(db)
  const read = registry.filter(({ id }) => deps.chains.has(id))
  const chainHealth = () => readChainHealth({ chains: read, health, now })
  const nonceDeps = { nonces: createNonceStore(db), now, random: (bytes: number) => randomBytes(bytes) }
  const signatures = { evmClient: deps.evmClient, origin: deps.origin, chains: deps.signInChains, now }
  const accountDeps = {
    transact: <T>(work: (work: AccountWork) => Promise<T>) => transact(db, (connection) => work(accountWork(connection))),
    now,
  }
  const outbound = deps.outbound ?? closedOutbound
  const connectDeps = composeConnect({ db, outbound, ...nonceDeps, origin: deps.origin, secret: deps.secret })
  const platform = deps.platform ?? null
  const quests = questDeps({
    db,
    chains: deps.chains,
    localEndpoints: outbound.localEndpoints,
    sealer: outbound.sealer,
    platform,
    now,
    ...(deps.questsPerDay === undefined ? {} : { questsPerDay: deps.questsPerDay }),
  })
  const authoring = { ...quests, authoring: deps.authoring }
  /** What a member who tries a rule on themselves brings. */
  const selfOf = async (accountId: string): Promise<DryRunInput['self']> => {
    const [account, held] = await Promise.all([readAccounts.findAccount(accountId), readAccounts.listWallets(accountId)])
    return { handle: account?.handle ?? null, wallets: held.map(({ address }) => address) }
  }
  const readDeps = {
    views: createQuestViewStore(db),
    readQuests: createQuestStore(db),
    readParticipations: createParticipationStore(db),
    readSubmissions: createSubmissionStore(db),
    readFamilies: createFamilyStore(db),
    standing: { facts: standingFacts({ now, platform })(db), completions: createCompletionStore(db) },
    titles: (slugs: readonly string[]) => questTitles(db, slugs),
    readDraws: createDrawStore(db),
    feePerMint: (questIndex: number) => feePerMintOf(db, questIndex),
    paidPlaces: createFundStore(db).paidPlaces,
    describe: describeRule,
    now,
  }
  const sessionDeps = { sessions, secret: deps.secret, origin: deps.origin, now }
  const endSessionsOf = (accountId: string, choice?: SessionChoice) =>
    transact(db, (connection) =>
      endSessions({ sessions: createSessionStore(connection), publish: (event) => publishEvents(connection, event) }, accountId, choice),
    )
  const authOptions = nextAuthOptions({
    ...sessionDeps,
    endSession: (accountId, id) => endSessionsOf(accountId, { id }),
    ...nonceDeps,
    ...signatures,
    log: deps.log,
    newId: randomUUID,
    signInWith: (wallet) => signInWith(accountDeps, wallet),
  })
  const money = composeMoney({ db, readAccounts, evmClient: deps.evmClient, now })
  const wallets = composeWallets({ db, readAccounts, ...nonceDeps, ...signatures, linkChains: deps.linkChains })
  const searchDeps = { found: createSearchStore(db), explorer }
  return {
    origin: deps.origin,
    secret: deps.secret,
    log: deps.log,
    now,
    authOptions,
    sessions,
    endSessions: endSessionsOf,
    /** Whether a session still counts. */
    sessionLives: async (id: string) => (await findSession(sessionDeps, id)) !== null,
    getSession: (cookieHeader: string | null) => getSession(sessionDeps, cookieHeader),
    issueNonce: (browserId: string) => issueNonce(nonceDeps, browserId),
    newBrowserId: () => newBrowserId(nonceDeps),
    accounts: {
      read: (id: string) => readAccounts.findAccount(id),
      wallets: (id: string) => readAccounts.listWallets(id),
      signInWith: (wallet: Parameters<typeof signInWith>[1]) => signInWith(accountDeps, wallet),
      updateHandle: (input: { accountId: string; handle: string }) =>
        updateHandle({ readAccounts, isTaken: (error) => uniqueViolation(error) !== null }, input),
      person: (input: Parameters<typeof readPerson>[1]) => readPerson({ readAccounts, explorer, names: wallets.names }, input),
    },
    quests: {
      bySlug: (input: Parameters<typeof readQuest>[1]) => readQuest(readDeps, input),
      progress: (input: Parameters<typeof readProgress>[1]) => readProgress(readDeps, input),
      pages: () => questPages(db),
      countedBy: (input: Parameters<typeof readCounted>[1]) =>
        readCounted({ ...readDeps, readCompletions: createCompletionStore(db) }, input),
      evidence: (input: Parameters<typeof readEvidence>[1]) => readEvidence({ evidence: createEvidenceStore(db) }, input),
      start: (input: Parameters<typeof startQuest>[1]) => startQuest(quests, input),
      referralLink: (input: Parameters<typeof ownLink>[1]) => ownLink(quests, input),
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
    draws: {
      read: (input: Parameters<typeof readDraw>[1]) => readDraw(readDeps, input),
      entrants: (input: Parameters<typeof readEntrants>[1]) => readEntrants(readDeps, input),
      winners: (input: Parameters<typeof readWinners>[1]) => readWinners(readDeps, input),
    },
    discover: composeDiscover({ db, chains: read, now }),
    spaces: composeSpaces(quests),
    studio: composeStudio({
      ...{ db, chains: read, origin: deps.origin, now },
      ...{ outbound, random: nonceDeps.random, evidence: deps.authoring.evidence },
      ...{ platform, did: deps.did ?? null },
      quests: { ...authoring, selfOf },
    }),
    platform: composePlatform({ db, now, chainHealth }),
    wallets,
    connections: connectDeps,
    reputation: composeReputation({ db, now, platform, names: wallets.names }),
    credentials: {
      ...composeCredentials({ db, explorer, names: wallets.names, evmClient: deps.evmClient }),
      timeline: (input: Parameters<typeof readTimeline>[1]) => readTimeline({ explorer }, input),
      hide: (input: Parameters<typeof hideCredential>[1]) => hideCredential({ own }, input),
      csv: (input: { accountId: string }) => credentialsCsv({ own }, input),
    },
    money,
    news: composeNews({ db, tokens: money.tokens, pushKey: deps.pushKey ?? null, now }),
    search: (input: Parameters<typeof search>[1]) => search(searchDeps, input),
    questDeps: quests,
    explorer,
    txs: createTxStatusStore(db),
    follower: followerPort(db, quests, { log: deps.log, heard: () => 'all' }),
    chainHealth,
    slotDeployment: () => slotDeployment(db),
    faucet: deps.faucet,
    exporter: deps.exporter,
  }
}

function accountWork(connection: Connection): AccountWork {
  return {
    accounts: createAccountStore(connection),
    publish: (event) => publishEvents(connection, event),
    rejudge: (account) => createParticipationStore(connection).wake({ account }),
    tellLinked: (accountId, wallet) => tellLinked(connection, accountId, wallet),
  }
}
