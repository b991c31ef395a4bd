import { resolve } from 'node:path'
import { verifyFile } from '#server/credentials/verifyFile.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'

/** Checks an exported credential with the file and an L2 node alone: nothing of ours has to run. Exit code 1 when an answer is no. */
export const verify: Command = async ({ args, env }) => {
  const [file, ...options] = args
  const rpcUrl = option(options, '--rpc') ?? env.CAIRN_L2_RPC
  const rollup = option(options, '--rollup')
  if (!file || file.startsWith('-')) throw new CairnError('input.invalid', 'Which file? ./cairn verify FILE --rpc URL [--rollup ADDRESS]')
  if (rollup !== undefined && !/^0x[0-9a-fA-F]{40}$/.test(rollup))
    throw new CairnError('input.invalid', `--rollup: "${rollup}" is no address.`)
  const trusted = rollup?.toLowerCase() as Hex | undefined
  // The launcher changes into the checkout: a relative path means the place where the command was typed.
  const path = resolve(env.CAIRN_CALLED_FROM ?? '.', file)
  const result = await verifyFile({ path, rpcUrl, rollup: trusted, now: Math.floor(systemClock.now() / 1000) })
  const { credential } = result
  console.log(`${credential.name}\n  holder   ${credential.holder}\n  issuer   ${credential.issuer}\n  issued   ${credential.issuedAt}`)
  console.log(`  slot     ${credential.rollup} on chain ${credential.chainId}, batch ${credential.batch}\n`)
  const answers = {
    signature: result.signature,
    inclusion: result.inclusion,
    'not revoked': result.notRevoked,
    'not expired': result.notExpired,
  }
  for (const [name, { holds, reason }] of Object.entries(answers)) console.log(`${holds ? '✓' : '✗'} ${name.padEnd(12)} ${reason.en}`)
  if (!trusted) console.log('\nThe slot is the one that the file names. Give --rollup ADDRESS to accept no other.')
  return result.verified ? 0 : 1
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name)
  if (at === -1) return undefined
  const value = args[at + 1]
  if (value === undefined || value.startsWith('--')) throw new CairnError('input.invalid', `${name} needs a value.`)
  return value
}
