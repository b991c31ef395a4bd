import { readEnv } from '#server/shared/env.ts'
import { isCairnError } from '#server/shared/errors.ts'
import type { Command } from './command.ts'

/** Every command with its line of help; the file is loaded when the command is called. */
const commands: Record<string, { help: string; load(): Promise<Command> }> = {
  start: {
    help: 'start [--detach]          bring up the whole stack and print its address',
    load: async () => (await import('./commands/start.ts')).start,
  },
  stop: { help: 'stop                      stop the stack', load: async () => (await import('./commands/stop.ts')).stop },
  demo: {
    help: 'demo [--json]             the whole journey without a browser',
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  test: { help: 'test [SUITE…]             every test, or the suites named', load: async () => (await import('./commands/test.ts')).test },
  doctor: {
    help: 'doctor                    what this machine has and what is missing',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  logs: { help: 'logs [NAME…] [--follow]   what the processes wrote', load: async () => (await import('./commands/logs.ts')).logs },
  fund: {
    help: 'fund ADDRESS              test coins for an EVM or Solana address (local chains)',
    load: async () => (await import('./commands/fund.ts')).fund,
  },
  role: {
    help: 'role WALLET ROLE          admin, moderator or none on the platform',
    load: async () => (await import('./commands/role.ts')).role,
  },
  chains: {
    help: 'chains [--probe] [ID…]    how the chains are doing; --probe tests their endpoints (--json)',
    load: async () => (await import('./commands/chains.ts')).chains,
  },
  verify: {
    help: 'verify FILE --rpc URL     check an exported credential against L2 alone',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  reverify: {
    help: 'reverify FILE [--online]   judge the evidence of a credential again (--rpc CHAIN=URL, --digest …)',
    load: async () => (await import('./commands/reverify.ts')).reverify,
  },
  rederive: {
    help: 'rederive                  rebuild the slot from L2 alone and compare',
    load: async () => (await import('./commands/rederive.ts')).rederive,
  },
  prover: {
    help: 'prover --database URL      prove batches here for a slot elsewhere (--threads, --circuits …)',
    load: async () => (await import('./commands/prover.ts')).prover,
  },
  exit: {
    help: 'exit --rpc URL --rollup A  leave a frozen slot with L2 alone (--wallet, --freeze, --dry-run …)',
    load: async () => (await import('./commands/exit.ts')).exit,
  },
  signer: {
    help: 'signer new | --key-file F … sign as a project of its own (docs/signer.md)',
    load: async () => (await import('./commands/signer.ts')).signer,
  },
  drill: {
    help: 'drill list | run NAME|all  break the slot on purpose and see what is lost',
    load: async () => (await import('./commands/drill.ts')).drill,
  },
  bench: { help: 'bench NAME [--json]       run a benchmark', load: async () => (await import('./commands/bench.ts')).bench },
  reset: {
    help: 'reset [--yes]             stop and forget everything (asks first)',
    load: async () => (await import('./commands/reset.ts')).reset,
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const found = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!found) {
  const known = name === 'help' || name === '--help' || name === '-h'
  console.error(known ? 'Cairn: quests across chains, credentials that are yours.\n' : `cairn: there is no command "${name}".\n`)
  for (const { help } of Object.values(commands)) console.error(`  ./cairn ${help}`)
  process.exitCode = known ? 0 : 2
} else {
  try {
    process.exitCode = await (await found.load())({ args, env: readEnv() })
  } catch (error) {
    report(error)
    process.exitCode = 1
  }
}

/** Errors raised on purpose are told in a sentence; anything else with its stack, because nobody foresaw it. */
function report(error: unknown) {
  if (!isCairnError(error)) return console.error(error)
  console.error(`cairn: ${error.message}`)
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) console.error(`  because: ${cause.message}`)
}
