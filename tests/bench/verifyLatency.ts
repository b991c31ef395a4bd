/** From a block to the verdict in the member's browser: the follower and the gateway as processes, a chain with a block a second, real SSE streams. */
import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { encode } from 'next-auth/jwt'
import { type Abi, createTestClient, createWalletClient, type Hex, http, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { appA } from '#chains/definitions/app-a.ts'
import { type Database, openDatabase } from '#drizzle/client.ts'
import { migrateDatabase } from '#drizzle/migrate.ts'
import { cookieNames } from '#server/auth/cookies.ts'
import { postgresService, postgresUrl } from '#server/cli/stack/postgres.ts'
import { runService, type ServiceSpec } from '#server/cli/stack/service.ts'
import { parseDefinition } from '#server/quests/definition.ts'
import { systemClock } from '#server/shared/clock.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'
import { freePort } from '#tests/support/ports.ts'
import { definition } from '#tests/support/questFixture.ts'
import { processUse } from './processUse.ts'
import { summarise } from './report.ts'

const project = join(import.meta.dirname, '..', '..')
const weth9 = createRequire(import.meta.url)('canonical-weth/build/contracts/WETH9.json') as { abi: Abi; bytecode: Hex }
const CONTRACTS = 20
const QUESTS_A_MEMBER = 5
const LISTENERS = 200
const DEEDS_A_SECOND = 10

const walletOf = (member: number): Hex => `0x${(0xa1000000 + member).toString(16).padStart(40, '0')}`
/** The quests of a member, spread over all. */
const questOf = (member: number, turn: number, rules: number) => (member * 7 + turn * 101) % rules

type Size = { rules: number; members: number; seconds: number }

export async function measureLatency(size: Size) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-verify-'))
  chmodSync(folder, 0o755)
  const stops: (() => Promise<void>)[] = []
  try {
    const postgres = { folder: join(folder, 'postgres'), port: await freePort(), password: 'bench-only', settings: [] }
    const database = await runService(await postgresService(postgres))
    stops.push(() => database.stop())
    await migrateDatabase(postgresUrl(postgres))
    const { db, close } = openDatabase(postgresUrl(postgres), { max: 4 })
    stops.push(close)
    const node = await startAnvil({ chainId: Number(appA.reference), blockSeconds: 1 })
    stops.push(node.stop)
    const chain = await openChain(node.url)
    await seed(db, size, chain.contracts)

    const secret = randomBytes(33).toString('base64url')
    const origin = `http://127.0.0.1:${await freePort()}`
    const gatewayPort = await freePort()
    const settings = {
      PATH: '/usr/bin:/bin',
      TZ: 'UTC',
      NODE_ENV: 'production',
      CAIRN_LOG_LEVEL: 'warn',
      DATABASE_URL: postgresUrl(postgres),
    }
    const gone = `http://127.0.0.1:${await freePort()}`
    const rpcs = { CAIRN_L1_RPC: gone, CAIRN_L2_RPC: gone, CAIRN_APP_B_RPC: gone, CAIRN_SOLANA_RPC: gone, CAIRN_APP_A_RPC: node.url }
    const site = { NEXTAUTH_SECRET: secret, CAIRN_PUBLIC_URL: origin, CAIRN_GATEWAY_PORT: String(gatewayPort) }
    const gateway = await runService(workerSpec('gateway', gatewayPort, { ...settings, ...rpcs, ...site }))
    stops.push(() => gateway.stop())
    const streams = await listen(db, { members: LISTENERS, secret, origin, url: `http://127.0.0.1:${gatewayPort}` })
    stops.push(streams.close)
    const healthPort = await freePort()
    const follower = await runService(workerSpec('follower', healthPort, { ...settings, ...rpcs, CAIRN_HEALTH_PORT: String(healthPort) }))
    stops.push(() => follower.stop())
    const steps = size.members * QUESTS_A_MEMBER
    const begun = systemClock.now()
    await until(async () => {
      const judged = Number((await db.execute(sql`select count(*) n from step_verdicts`)).rows[0]?.n)
      console.error(`verify: ${judged} of ${steps} steps judged for the first time`)
      return judged >= steps
    })
    const first = summarise('open steps judged for the first time', 'per second', [(steps * 1000) / (systemClock.now() - begun)], 'more')

    const used = processUse(follower.pid).cpuSeconds
    const deeds = await act(chain, size)
    await systemClock.sleep(8000)
    const cpu = processUse(follower.pid).cpuSeconds - used
    const late = deeds.flatMap(({ member, quest, headAt }) => {
      const at = streams.passes.get(`${member}|quest-${quest}`)
      return at === undefined ? [] : [(at - headAt) / 1000]
    })
    if (late.length < deeds.length) throw new Error(`${deeds.length - late.length} of ${deeds.length} verdicts never came`)
    const latency = summarise(`head to pushed verdict, ${size.rules} rules, ${size.members} members`, 's', late)
    return {
      results: [first, latency, summarise('CPU of the follower', '% of a core', [(100 * cpu) / (size.seconds + 8)])],
      p95: latency.p95,
    }
  } finally {
    for (const stop of stops.reverse()) await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Chain = Awaited<ReturnType<typeof openChain>>

async function openChain(url: string) {
  const transport = http(url)
  const client = createTestClient({ mode: 'anvil', transport, cacheTime: 0 }).extend(publicActions)
  const account = privateKeyToAccount(anvilKeys[0])
  const bank = createWalletClient({ account, transport, chain: { ...foundry, id: Number(appA.reference) } })
  const contracts: Hex[] = []
  let nonce = 0
  const hashes: Hex[] = []
  for (let n = 0; n < CONTRACTS; n++) hashes.push(await bank.deployContract({ ...weth9, nonce: nonce++, gas: 2_000_000n }))
  for (const hash of hashes) {
    const { contractAddress } = await client.waitForTransactionReceipt({ hash, pollingInterval: 100 })
    if (contractAddress) contracts.push(contractAddress.toLowerCase() as Hex)
  }
  for (const address of contracts)
    await bank.writeContract({ address, abi: weth9.abi, functionName: 'deposit', value: 10n ** 18n, nonce: nonce++, gas: 100_000n })
  const pay = (contract: Hex, to: Hex) =>
    bank.writeContract({ address: contract, abi: weth9.abi, functionName: 'transfer', args: [to, 1000n], nonce: nonce++, gas: 100_000n })
  return { client, contracts, pay }
}

/** Members, quests with one rule each, and everyone on five of them. */
async function seed(db: Database, { rules, members }: Size, contracts: readonly Hex[]) {
  await db.execute(sql`insert into accounts (id, handle) values (md5('owner')::uuid, 'owner')`)
  await db.execute(sql`insert into spaces (id, slug, name, owner_id) values (md5('space')::uuid, 'space', 'Space', md5('owner')::uuid)`)
  for (let quest = 0; quest < rules; quest++) {
    const params = {
      addresses: [contracts[quest % contracts.length]],
      event: 'event Transfer(address indexed src, address indexed dst, uint256 wad)',
      claimant: 'dst',
      where: [{ arg: 'wad', op: 'gte', value: String(1 + quest) }],
    }
    const step = {
      id: 'receive',
      title: { en: 'Receive', ja: '受け取る' },
      rule: { kind: 'evm.event', chain: appA.id, params, finality: 'latest' },
    }
    const content = JSON.stringify(parseDefinition({ ...definition(), steps: [step] }))
    await db.execute(sql`
      with q as (
        insert into quests (id, space_id, slug, status, published_version, slot_index, supply, opens_at, closes_at)
        values (md5('quest ' || ${quest}::integer)::uuid, md5('space')::uuid, 'quest-' || ${quest}::integer, 'live', 1, ${quest}, 1000000,
          now() - interval '1 hour', now() + interval '1 year') returning id)
      insert into quest_versions (quest_id, version, definition, rules_hash) select id, 1, ${content}::jsonb, md5(${quest}::text) from q`)
  }
  const all = sql`(select n, md5('account ' || n)::uuid id from generate_series(0, ${members - 1}::integer) n) m`
  await db.execute(sql`insert into accounts (id, handle) select id, 'member-' || n from ${all}`)
  await db.execute(sql`
    insert into wallets (address, namespace, account_id, "primary")
    select 'eip155:0x' || lpad(to_hex(${0xa1000000}::bigint + n), 40, '0'), 'eip155', id, true from ${all}`)
  await db.execute(sql`
    insert into participations (quest_id, account_id, version)
    select distinct md5('quest ' || ((n * 7 + t * 101) % ${rules}::integer))::uuid, id, 1 from ${all}, generate_series(0, ${QUESTS_A_MEMBER - 1}::integer) t`)
}

/** Signed-in members, each with an open stream of its account's events; `passes`: when a passed step arrived, by member and quest. */
async function listen(db: Database, { members, secret, origin, url }: { members: number; secret: string; origin: string; url: string }) {
  const passes = new Map<string, number>()
  const stop = new AbortController()
  for (let member = 0; member < members; member++) {
    const [sid, account] = [randomUUID(), sql`md5('account ' || ${member}::integer)::uuid`]
    const { rows } = await db.execute<{ account_id: string }>(sql`
      insert into sessions (id, account_id, wallet, expires_at)
      values (${sid}, ${account}, ${`eip155:${walletOf(member)}`}, now() + interval '1 day') returning account_id`)
    const token = await encode({ token: { sid }, secret })
    const input = encodeURIComponent(JSON.stringify({ topics: [`account:${rows[0]?.account_id}`] }))
    const response = await fetch(`${url}/sse/events.onEvent?input=${input}`, {
      headers: { accept: 'text/event-stream', origin, cookie: `${cookieNames(origin).session}=${token}` },
      signal: stop.signal,
    })
    if (!response.ok || !response.body) throw new Error(`the stream was refused: ${response.status} ${await response.text()}`)
    take(response.body, (slug) => passes.set(`${member}|${slug}`, systemClock.now())).catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
    })
  }
  return { passes, close: async () => stop.abort() }
}

/** Reads a stream of events and calls for each step that passed. */
async function take(body: ReadableStream<Uint8Array>, passed: (slug: string) => void) {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true })
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const message = text.slice(0, end)
      text = text.slice(end + 2)
      const data = /^data: (.*)$/m.exec(message)?.[1]
      const event = data?.startsWith('{') ? JSON.parse(data) : null
      if (event?.kind === 'step.judged' && event.payload.verdict.status === 'pass') passed(event.payload.slug)
    }
  }
}

/** Some members are paid each second; for each of them, when the block with the payment was there to be read. */
async function act({ client, contracts, pay }: Chain, { rules, seconds }: Size) {
  const sent = new Map<Hex, { member: number; quest: number }>()
  const deeds: { member: number; quest: number; headAt: number }[] = []
  let seen = await client.getBlockNumber()
  for (let second = 0, turn = 0; second < seconds; second++) {
    const end = systemClock.now() + 1000
    for (let n = 0; n < DEEDS_A_SECOND; n++, turn++) {
      const [member, place] = [turn % LISTENERS, Math.floor(turn / LISTENERS)]
      const quest = questOf(member, place, rules)
      sent.set(await pay(contracts[quest % contracts.length] ?? '0x', walletOf(member)), { member, quest })
    }
    while (systemClock.now() < end) {
      const head = await client.getBlock()
      const headAt = systemClock.now()
      if (head.number > seen)
        for (const hash of head.transactions) deeds.push(...[sent.get(hash)].flatMap((deed) => (deed ? [{ ...deed, headAt }] : [])))
      seen = head.number
      await systemClock.sleep(20)
    }
  }
  return deeds
}

function workerSpec(name: 'gateway' | 'follower', port: number, env: Record<string, string>): ServiceSpec {
  return {
    ...{ name, command: process.execPath, cwd: project, stopSignal: 'SIGTERM' as const, stopWithinMs: 15_000, readyWithinMs: 120_000 },
    args: ['--disable-warning=ExperimentalWarning', join(project, 'server', 'workers', `${name}Worker.ts`)],
    env,
    ready: async () => (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) })).ok,
  }
}

async function until(done: () => Promise<boolean>) {
  const patience = systemClock.now() + 600_000
  while (!(await done())) {
    if (systemClock.now() > patience) throw new Error('it takes too long')
    await systemClock.sleep(2000)
  }
}
