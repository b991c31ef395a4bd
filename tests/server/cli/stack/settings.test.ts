import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolders, ownPort, stackLayout } from '#server/cli/stack/layout.ts'
import { isFree, requireFreePorts } from '#server/cli/stack/ports.ts'
import { gatewayService, openSettings, webService, workerServices } from '#server/cli/stack/processes.ts'
import { ensureSecrets } from '#server/cli/stack/secrets.ts'
import { readEnv } from '#server/shared/env.ts'

const inFolder = async (work: (home: string) => Promise<void> | void) => {
  const home = mkdtempSync(join(tmpdir(), 'cairn-settings-'))
  try {
    await work(home)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

test('secrets are made once, differ from each other, and only their owner may read them', () =>
  inFolder((home) => {
    const env = readEnv({ CAIRN_HOME: home })
    const layout = stackLayout(env)
    makeFolders(layout)
    const first = ensureSecrets(layout, env)
    expect(new Set(Object.values(first)).size).toBe(Object.values(first).length)
    expect(ensureSecrets(layout, env)).toEqual(first)
    chmodSync(layout.secretsFile, 0o644)
    ensureSecrets(layout, env)
    expect(statSync(layout.secretsFile).mode & 0o777).toBe(0o600)
    const given = `0x${'0a'.repeat(32)}`
    expect(ensureSecrets(layout, readEnv({ CAIRN_HOME: home, CAIRN_ISSUER_KEY: given })).CAIRN_ISSUER_KEY).toBe(given)
    writeFileSync(layout.secretsFile, '{"NEXTAUTH_SECRET":"short"}')
    expect(() => ensureSecrets(layout, env)).toThrow(/not a file of keys/)
  }))

test('each process holds the secrets it needs and no other', () =>
  inFolder((home) => {
    const env = readEnv({
      CAIRN_HOME: home,
      NEXTAUTH_SECRET: 'x'.repeat(40),
      CAIRN_PUBLISHER_KEY: `0x${'0b'.repeat(32)}`,
      ALCHEMY_KEY: 'key of an RPC operator',
    })
    const layout = stackLayout(env)
    makeFolders(layout)
    const secrets = ensureSecrets(layout, env)
    const context = { env, layout, secrets, databaseUrl: 'postgres://there' }
    const holders = [webService(context), gatewayService(context), ...workerServices(context)]
    const holdersOf = (secret: string) => holders.filter((spec) => Object.values(spec.env).includes(secret)).map(({ name }) => name)
    expect(holdersOf(secrets.NEXTAUTH_SECRET)).toEqual(['web', 'gateway'])
    expect(holdersOf(secrets.CAIRN_ISSUER_KEY)).toEqual(['sequencer'])
    expect(holdersOf(secrets.CAIRN_PUBLISHER_KEY)).toEqual(['publisher'])
    expect(holdersOf(secrets.CAIRN_PLATFORM_KEY)).toEqual(['publisher'])
    expect(holdersOf('key of an RPC operator')).toEqual(['web', 'follower'])
    expect(holdersOf(secrets.CAIRN_SEAL_KEY)).toEqual(['web', 'follower'])
    expect(holdersOf(secrets.CAIRN_VAPID_KEY)).toEqual(['gateway'])
    expect(holdersOf(secrets.deployerKey)).toEqual([])
    expect(holdersOf(secrets.postgresPassword)).toEqual([])
    const open = Object.values(openSettings(context))
    for (const secret of [...Object.values(secrets), 'key of an RPC operator']) expect(open).not.toContain(secret)
  }))

test('a port that is taken, or named twice, is told with the setting that moves it', async () => {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await isFree(port)).toBe(false)
  await expect(requireFreePorts(readEnv({ CAIRN_PORT: String(port) }))).rejects.toThrow(/the site is in use.*CAIRN_PORT/)
  await expect(requireFreePorts(readEnv({ CAIRN_PORT: '21999', CAIRN_GATEWAY_PORT: '21999' }))).rejects.toThrow(
    /is also the port of the site/,
  )
  server.close()
})

test('only nodes of this machine are ours to run', () => {
  expect(ownPort('http://127.0.0.1:8545')).toBe(8545)
  expect(ownPort('http://localhost')).toBe(80)
  expect(ownPort('https://rpc.example.org')).toBeNull()
})
