import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { composeEvidence } from '#server/compose/evidence.ts'
import { type Replay, replayFile, replayOnline } from '#server/quests/reverify.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'

const usage = './cairn reverify FILE [--digest 0x…] [--online] [--rpc CHAIN=URL …]'

/**
 * Judges the evidence of a credential again: from the file alone, or (`--online`) with everything read anew from the chains. Exit code 1 when a step no
 * longer comes out the same, or when the credential's digest is another one.
 */
export const reverify: Command = async ({ args, env }) => {
  const { file, digest, online, urls } = readArguments(args)
  const text = await readFile(resolve(env.CAIRN_CALLED_FROM ?? '.', file), 'utf8')
  const replay = online ? await replayOnline({ evidence: composeEvidence(env, urls) }, text) : replayFile(text)
  print(replay)
  if (digest !== undefined && digest !== replay.evidenceDigest) {
    console.log(`\n✗ the credential carries another digest: ${digest}`)
    return 1
  }
  return replay.steps.every(({ result }) => result === 'agrees' || result === 'secret') ? 0 : 1
}

const words = {
  agrees: ['✓', 'the same verdict by the same facts'],
  secret: ['·', 'its rule is kept secret (quiz answers): bound by its digest only'],
  differs: ['✗', 'the chain says something else now'],
  unread: ['?', 'the chain could not be read now'],
} as const

function print({ quest, evidenceDigest, steps }: Replay) {
  console.log(`${quest}\n  evidence digest ${evidenceDigest}\n`)
  for (const { step, result, verdict } of steps) {
    const [mark, said] = words[result]
    console.log(`${mark} ${step.padEnd(16)} ${said}`)
    for (const { text } of verdict?.trace.seen ?? []) console.log(`    ${text.en}`)
    if (result !== 'agrees' && verdict?.trace.next) console.log(`    ${verdict.trace.next.en}`)
  }
}

function readArguments(args: readonly string[]) {
  const urls: Record<string, string> = {}
  let file: string | undefined
  let digest: Hex | undefined
  let online = false
  for (let at = 0; at < args.length; at++) {
    const [argument = '', value] = [args[at], args[at + 1]]
    if (argument === '--online') online = true
    else if (argument === '--rpc') {
      const [, chain, url] = /^([^=]+)=(https?:.+)$/.exec(value ?? '') ?? []
      if (!chain || !url) throw new CairnError('input.invalid', `--rpc: "${value ?? ''}" is not CHAIN=URL.`, { meta: { field: '--rpc' } })
      urls[chain] = url
      online = true
      at++
    } else if (argument === '--digest') {
      if (!/^0x[0-9a-f]{62}$/.test(value ?? ''))
        throw new CairnError('input.invalid', `--digest: "${value ?? ''}" is no digest.`, {
          meta: { field: '--digest', expected: '31 bytes in hex' },
        })
      digest = value as Hex
      at++
    } else if (argument.startsWith('-') || file !== undefined) throw new CairnError('input.invalid', `Which file? ${usage}`)
    else file = argument
  }
  if (file === undefined) throw new CairnError('input.invalid', `Which file? ${usage}`)
  return { file, digest, online, urls }
}
