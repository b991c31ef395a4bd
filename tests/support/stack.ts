import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectRoot } from '#server/cli/stack/layout.ts'
import type { RunFile } from '#server/cli/stack/runFile.ts'
import { freePorts } from './ports.ts'

export type Finished = { code: number; stdout: string; stderr: string }
export type Stack = Awaited<ReturnType<typeof startStack>>
/** Where a running stack is: enough to join it from another process. */
export type StackPlace = { home: string; env: NodeJS.ProcessEnv }
export type JoinedStack = ReturnType<typeof joinStack>

/**
 * A whole stack of its own: state folder in a temporary directory, free ports, real chains. `settings` are environment variables on top.
 * Call `stop` when done: it fails when a process is left behind.
 */
export async function startStack(settings: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), 'cairn-stack-'))
  // Postgres runs as another user and must be able to walk in.
  chmodSync(home, 0o755)
  const env: NodeJS.ProcessEnv = { ...process.env, ...(await ownPorts()), CAIRN_HOME: home, CAIRN_INSTALL: 'never', ...settings }
  const started = await runCairn(env, ['start', '--detach'])
  if (started.code !== 0) {
    rmSync(home, { recursive: true, force: true })
    throw new Error(`the stack did not start:\n${started.stderr}\n${started.stdout}`)
  }
  const stack = joinStack({ home, env })
  return {
    ...stack,
    async stop() {
      const stopped = await stack.cairn('stop')
      const left = processesOf(home)
      // The logs of the last stacks stay, for whoever asks why.
      if (existsSync(join(home, 'logs')))
        cpSync(join(home, 'logs'), join(projectRoot, '.cairn', 'test-logs', basename(home)), { recursive: true })
      rmSync(home, { recursive: true, force: true })
      if (stopped.code !== 0) throw new Error(`stop failed:\n${stopped.stderr}`)
      if (left.length > 0) throw new Error(`left behind: ${left.join('; ')}`)
    },
  }
}

/** A stack that runs, for whoever did not start it. */
export function joinStack({ home, env }: StackPlace) {
  const run = () => JSON.parse(readFileSync(join(home, 'run', 'stack.json'), 'utf8')) as RunFile
  return {
    url: run().url,
    home,
    env,
    cairn: (...args: string[]) => runCairn(env, args),
    run,
    databaseUrl: run().databaseUrl,
    l2Url: String(env.CAIRN_L2_RPC),
    /** Kills one process the hard way and answers its old id. */
    kill(name: string): number {
      const mark = run().processes[name]
      if (!mark) throw new Error(`${name} does not run`)
      process.kill(mark.pid, 'SIGKILL')
      return mark.pid
    },
    /** Lines that a process logged, as objects. */
    log: (name: string): Record<string, unknown>[] => logLines(join(home, 'logs', `${name}.log`)),
  }
}

async function ownPorts(): Promise<Record<string, string>> {
  const ports = await freePorts(10)
  const port = (i: number) => ports[i] ?? 0
  // Health ports are consecutive, so they start at a random place far from the ephemeral ports.
  const health = 10_000 + Math.floor(Math.random() * 10_000)
  const url = (i: number, scheme = 'http') => `${scheme}://127.0.0.1:${port(i)}`
  return {
    CAIRN_PORT: String(port(0)),
    CAIRN_GATEWAY_PORT: String(port(1)),
    CAIRN_POSTGRES_PORT: String(port(2)),
    CAIRN_L1_RPC: url(3),
    CAIRN_L2_RPC: url(4),
    CAIRN_APP_A_RPC: url(5),
    CAIRN_APP_B_RPC: url(6),
    CAIRN_SOLANA_RPC: url(7),
    CAIRN_SOLANA_WS: url(8, 'ws'),
    CAIRN_RPC_PORT: String(port(9)),
    CAIRN_HEALTH_PORT: String(health),
  }
}

/** Runs `./cairn` to its end. */
export function runCairn(env: NodeJS.ProcessEnv, args: string[]): Promise<Finished> {
  const child = spawn(join(projectRoot, 'cairn'), args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (chunk: Buffer) => (output[name] += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? -1, ...output }))
  })
}

function logLines(file: string): Record<string, unknown>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** Processes whose environment or command line names the stack's state folder (Linux). */
export function processesOf(home: string): string[] {
  const found: string[] = []
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
      if (commandLine.includes(home) || environment.includes(home)) found.push(`${pid} ${commandLine.slice(0, 120)}`)
    } catch {
      // Gone, or not ours to look at.
    }
  }
  return found
}
