import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { keyText } from '#server/issuers/contract.ts'
import { answer, type ServiceDeps } from '#server/issuers/service/answer.ts'
import { openJournal } from '#server/issuers/service/journalStore.ts'
import { policySchema } from '#server/issuers/service/policy.ts'
import { derivePublicKey, signingKeyFrom } from '#server/rollup/protocol/schnorr.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { fromHex, toHex } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Env } from '#server/shared/env.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'

const help = `./cairn signer new --key-file FILE
./cairn signer --key-file FILE --secret-file FILE --policy FILE --log FILE [--port 8090] [--host 127.0.0.1]`
const maxBytes = 1024 * 1024

/** The reference of docs/signer.md: holds an issuer key and signs what its policy allows. It needs nothing else of ours. */
export const signer: Command = async ({ args, env }) => {
  const options = readOptions(args, env)
  if (args[0] === 'new') return makeKey(options.path('key-file'))
  const seed = fromHex(readFileSync(options.path('key-file'), 'utf8').trim())
  if (seed?.length !== 32) throw new CairnError('input.invalid', 'The key file does not hold 32 bytes in hex.')
  const policy = policySchema.safeParse(JSON.parse(readFileSync(options.path('policy'), 'utf8')))
  if (!policy.success)
    throw new CairnError(
      'input.invalid',
      `The policy does not hold: ${policy.error.issues[0]?.path.join('.')} ${policy.error.issues[0]?.message}`,
    )
  // Whoever reads what it says may go away; it signs on.
  process.stdout.on('error', () => {})
  const journal = openJournal(options.path('log'))
  const sk = signingKeyFrom(seed)
  const secrets = readFileSync(options.path('secret-file'), 'utf8')
    .split(/\s+/)
    .filter((text) => text !== '')
  const deps: ServiceDeps = { hasher: fastHasher, sk, secrets, policy: policy.data, journal, now: systemClock.now }
  const stop = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  const server = serve(deps, { port: Number(options.value('port') ?? 8090), host: options.value('host') ?? '127.0.0.1' })
  server.once('listening', () =>
    console.log(`signing as ${keyText(derivePublicKey(sk))}\nat port ${(server.address() as AddressInfo).port}`),
  )
  await stop
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  journal.close()
  return 0
}

function makeKey(path: string): number {
  if (existsSync(path)) throw new CairnError('conflict', `${path} is there already.`)
  const seed = randomBytes(32)
  writeFileSync(path, `${toHex(seed)}\n`, { mode: 0o600, flag: 'wx' })
  console.log(keyText(derivePublicKey(signingKeyFrom(seed))))
  return 0
}

function serve(deps: ServiceDeps, { port, host }: { port: number; host: string }) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) return void response.writeHead(413).end()
      chunks.push(chunk)
    }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat()[0]]))
    const { status, body } =
      request.method === 'POST' ? answer(deps, { headers, body: Buffer.concat(chunks).toString('utf8') }) : { status: 405, body: {} }
    console.log(
      JSON.stringify({ at: new Date(deps.now()).toISOString(), id: headers['webhook-id'], status, ...(status === 200 ? {} : { body }) }),
    )
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  return server.listen(port, host)
}

function readOptions(args: readonly string[], env: Env) {
  const value = (name: string): string | undefined => {
    const at = args.indexOf(`--${name}`)
    return at === -1 ? undefined : args[at + 1]
  }
  return {
    value,
    path(name: string): string {
      const given = value(name)
      if (given === undefined || given.startsWith('--')) throw new CairnError('input.invalid', `--${name} is needed.\n${help}`)
      return resolve(env.CAIRN_CALLED_FROM ?? '.', given)
    },
  }
}
