import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { deployments, rollupBatches } from '#drizzle/schema/index.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { composeIssuers, issuerKeyOf } from '#server/compose/issuers.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { revokePort } from '#server/compose/revokes.ts'
import { sealed } from '#server/compose/sealed.ts'
import { keyText } from '#server/issuers/contract.ts'
import { answer, type ServiceDeps } from '#server/issuers/service/answer.ts'
import { openJournal } from '#server/issuers/service/journalStore.ts'
import { type Policy, policySchema } from '#server/issuers/service/policy.ts'
import { derivePublicKey, type GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { createKeyIssuer } from '#server/rollup/sequencer/issuerKey.ts'
import { signRevokes } from '#server/rollup/sequencer/signRevokes.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { signatures } from '#server/webhooks/signature.ts'
import { dataOf, startSite } from '#tests/support/members.ts'
import { definition, stepResult } from '#tests/support/questFixture.ts'
import { now, openQuest, slotDomain } from '#tests/support/slotFixture.ts'
import { type Answer, startWebhookServer } from '#tests/support/webhookServer.ts'
import { type Member, newMember, newProject, type Project } from '../insights/insightWorld.ts'
import { newSequencer, queueItems } from '../rollup/sequencer/ledgerFixture.ts'

export const did = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
export const secretKey = (n: number) => 900_000n + BigInt(n)
export const keyOf = (n: number) => derivePublicKey(secretKey(n))

/** The members' side, a real sequencer, and signers of projects as servers of this machine; batches settle by hand. */
export async function startSignerWorld() {
  const server = await startWebhookServer()
  const outbound = { ...closedOutbound, sealer: createSealer(`0x${'7'.repeat(64)}`), localEndpoints: new Set([server.origin]) }
  const platform = createKeyIssuer(fastHasher, `0x00${'42'.repeat(31)}`)
  const site = await startSite({ deps: { outbound, platform: platform.own, did } })
  const rows = ['rollup', 'inbox', 'smallVerifier'].map((name) => ({
    name,
    chainId: slotDomain.chainId,
    address: slotDomain.rollup,
    blockNumber: 1,
  }))
  await site.db.insert(deployments).values(rows)
  const clock = { ms: now * 1000 }
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const engine = newSequencer(site.db, {
    issuer: platform,
    sealed,
    clock: { now: () => clock.ms, sleep: async () => {} },
    policy: { sealAfterMs: 0, maxOpen: 1000, maxProving: 1000, circuits: ['small'] },
  })
  const issuers = await composeIssuers({ db: site.db, log, outbound, own: platform.own, now: () => clock.ms })
  const folder = mkdtempSync(join(tmpdir(), 'cairn-signer-'))

  const seal = async () => {
    while (await engine.sealNext());
  }
  /** A space's signer as `docs/signer.md` has it, registered, checked and chosen. */
  async function signerOf(project: Project, n: number, policy: Partial<Policy> = {}) {
    const path = `/sign-${n}`
    const key = keyText(keyOf(n))
    const call = (name: string, input: object = {}) => project.browser.mutate(`studio.signer.${name}`, { space: project.space, ...input })
    const { id, secret } = dataOf<{ id: string; secret: string }>(
      await call('add', { name: `Signer ${n}`, url: `${server.origin}${path}`, key }),
    )
    const service: ServiceDeps = {
      ...{
        hasher: fastHasher,
        sk: secretKey(n),
        secrets: [secret],
        journal: openJournal(join(folder, `${n}.jsonl`)),
        now: () => Date.now(),
      },
      policy: policySchema.parse({ slot: slotDomain, space: project.space, ...policy }),
    }
    const willing: Answer = (response, { headers, body }) => {
      // Requests are signed by our clock; groups are judged by the slot's.
      const timed = { ...service, now: () => (JSON.parse(body).type === 'mint' ? clock.ms : Date.now()) }
      const { status, body: said } = answer(timed, { headers: { ...headers, ...restamped(headers, body, secret, timed.now()) }, body })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    }
    server.answer(path, willing)
    return { id, key, path, secret, service, call, willing, journal: join(folder, `${n}.jsonl`) }
  }
  const listed = async ({ browser, space }: Project) =>
    dataOf<{ signers: Record<string, unknown>[]; quests: Record<string, unknown>[] }>(await browser.query('studio.signer.list', { space }))

  /** A quest of the project that is open in the slot with the key that its opening names. */
  async function openIn({ accountId, space, browser, wallet }: Project, slug: string, terms: { closesAt?: number; supply?: number } = {}) {
    await site.members.quests.create({
      ...{ accountId, space, slug, definition: definition({ points: 120 }), supply: terms.supply ?? 50 },
      ...{ opensAt: new Date((now - 20_000_000) * 1000), closesAt: new Date((now + 86_400) * 1000) },
    })
    await site.members.quests.publish({ accountId, slug })
    await browser.mutate('money.openAccount')
    await seal()
    const { account } = await site.members.money.overview({ accountId })
    const { rows: asked } = await site.pool.query(
      `select t.payload from rollup_txs t join quests q on (t.payload->>'questIndex')::int = q.slot_index where t.kind = 'openQuest' and q.slug = $1`,
      [slug],
    )
    const { questIndex: quest, rulesHash, closesAt, supply, issuerKey } = asked[0].payload
    const key = issuerKey
      ? { issuerKeyX: BigInt(issuerKey.x), issuerKeyY: BigInt(issuerKey.y) }
      : { issuerKeyX: platform.own.x, issuerKeyY: platform.own.y }
    const owner = { account: account.index ?? -1, authoriser: walletWord(wallet.id as `eip155:0x${string}`) }
    await queueItems(site.db, [
      openQuest({ quest, rulesHash: BigInt(rulesHash), points: 120, closesAt, supply, ...key, ...owner, ...terms }),
    ])
    await seal()
    return { quest: quest as number, owner, closesAt: closesAt as number }
  }

  /** Somebody who completes the quest; the mint is handed to the slot. */
  async function complete(slug: string): Promise<Member> {
    const member = await newMember(site)
    const { participationId } = await site.members.quests.start({ accountId: member.accountId, slug })
    await site.members.follower.record([stepResult(participationId, 'quiz'), stepResult(participationId, 'wrap')])
    return member
  }
  const credentialOf = async ({ accountId }: Member) => {
    const { rows } = await site.pool.query(
      `select c.id, c.slot_index as index, c.serial, t.status, t.batch, t.refusal from credentials c join rollup_txs t on t.id = c.tx_id where c.account_id = $1`,
      [accountId],
    )
    return rows[0] as {
      id: string
      index: number | null
      serial: number | null
      status: string
      batch: number | null
      refusal: string | null
    }
  }
  return {
    ...{ site, server, engine, issuers, clock, platform, seal, signerOf, listed, openIn, complete, credentialOf },
    project: (space: string) => newProject(site, space),
    /** Asks, seals, asks, seals: what can be signed is. */
    async turn() {
      await seal()
      await issuers.pass()
      await seal()
    },
    finish: () => site.db.update(rollupBatches).set({ status: 'final' }),
    takeBack: () =>
      signRevokes({
        db: site.db,
        hasher: fastHasher,
        domain: slotDomain,
        issuer: platform,
        revokes: revokePort,
        keyOf: (quest) => issuerKeyOf(site.db, quest),
        log,
      }),
    keyIn: (quest: number): Promise<GrumpkinPoint | null> => issuerKeyOf(site.db, quest),
    async stop() {
      await server.stop()
      await site.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The slot of these tests lives in another time than their clock: a request is signed again for the signer's. Without a valid signature it stays as it is. */
function restamped(headers: Record<string, string>, body: string, secret: string, now: number): Record<string, string> {
  const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': given = '' } = headers
  if (signatures({ id, timestamp: Number(at), body }, [secret]) !== given) return {}
  const timestamp = Math.floor(now / 1000)
  return { 'webhook-timestamp': String(timestamp), 'webhook-signature': signatures({ id, timestamp, body }, [secret]) }
}
