/** The peer of our pages: Next's own hello page with a nonce, built and started as a production server. */
import { spawn } from 'node:child_process'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/cli/stack/layout.ts'
import { systemClock } from '#server/shared/clock.ts'
import { freePort } from '#tests/support/ports.ts'

const next = join(projectRoot, 'node_modules', 'next', 'dist', 'bin', 'next')

/** Answers its address and how to stop it. It is built within the project, where packages are found. */
export async function startHello(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = join(projectRoot, '.cairn', 'bench-hello')
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'hello'), folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'hello', private: true, type: 'module' }))
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const build = spawn(process.execPath, [next, 'build'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = await new Promise((resolve) => build.once('exit', resolve))
  if (code !== 0) throw new Error(`the hello page was not built: ${code}`)
  const port = await freePort()
  const server = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: folder, env, stdio: 'ignore' })
  // A benchmark that breaks off leaves no server behind.
  process.once('exit', () => server.kill('SIGKILL'))
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(url)) break
    await systemClock.sleep(100)
  }
  return {
    url,
    async stop() {
      server.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server that is not up yet refuses the connection: that is an answer, too. */
const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
