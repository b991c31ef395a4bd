import { BaseError } from 'viem'
import { type ComposedEscape, composeEscape } from '#server/compose/escape.ts'
import { exitsOf, findLeaver } from '#server/rollup/escape/leaving.ts'
import { readStanding, type Standing } from '#server/rollup/escape/slotClient.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'
import { freeze, leave, notFrozen, type Outcome } from '../exit/leave.ts'
import { type ExitOptions, readExitOptions } from '../exit/options.ts'
import { exitLine, outcomeJson, standingLines } from '../exit/print.ts'
import { createProgress } from '../progress.ts'

/**
 * Leaves a frozen slot with this repository and an L2 endpoint alone: derives the last final state, shows what the account can take out, and
 * sends each exit that has not happened yet. Exit code 1 when something could not be taken out.
 */
export const exit: Command = async ({ args, env }) => {
  const options = readExitOptions(args, env.CAIRN_CALLED_FROM ?? '.')
  const progress = createProgress({ quiet: options.json })
  try {
    const slot = await composeEscape(options)
    const standing = await standingOf(slot, options)
    for (const line of standingLines(options.rollup, slot.chainId, standing)) progress.say(line)
    const outcomes = options.who === null ? [] : await exitsFor(slot, standing, { ...options, who: options.who, progress })
    if (options.json) console.log(JSON.stringify(outcomeJson(options.rollup, slot.chainId, standing, outcomes), null, 2))
    if (options.dryRun) return 0
    if (!standing.frozen) throw notFrozen(standing)
    return outcomes.every(({ state }) => state === 'out' || state === 'sent') ? 0 : 1
  } catch (error) {
    if (!(error instanceof BaseError)) throw error
    throw new CairnError('chain.unreachable', `L2 does not answer: ${error.shortMessage}`, { cause: error })
  } finally {
    progress.end()
  }
}

type Progress = ReturnType<typeof createProgress>

async function standingOf({ deps, senderOf }: ComposedEscape, options: ExitOptions): Promise<Standing> {
  const standing = await readStanding(deps.client, deps.slot)
  if (!options.freeze || standing.frozen || options.dryRun) return standing
  return freeze(deps, standing, senderOf(gasKey(options)))
}

async function exitsFor(
  { deps, derive, senderOf }: ComposedEscape,
  standing: Standing,
  options: ExitOptions & { who: NonNullable<ExitOptions['who']>; progress: Progress },
): Promise<Outcome[]> {
  const { progress, who, choice, dryRun } = options
  const sends = standing.frozen && !dryRun
  const sender = sends ? senderOf(gasKey(options)) : null
  const onBatch = (number: number) => {
    if (number % 100 === 0) progress.say(`  · batch ${number} of ${standing.final.number}`)
  }
  const state = await progress.step('derive the final state from L2', () => derive(standing, onBatch))
  const exits = await exitsOf(deps, state, await findLeaver(state, who), choice)
  if (exits.length === 0) progress.say('Nothing of this account is in the slot.')
  const outcomes: Outcome[] = []
  for await (const outcome of leave(exits, sender)) {
    outcomes.push(outcome)
    progress.say(exitLine(outcome))
  }
  const text = outcomes.map(({ error }) => error?.meta.text).find((found) => typeof found === 'string')
  if (text !== undefined) progress.say(`\nThe Solana wallet can sign this text; give it with --solana-signature:\n\n${text}\n`)
  return outcomes
}

function gasKey({ key }: ExitOptions) {
  if (key !== null) return key
  throw new CairnError('input.invalid', '--key-file: who pays the gas? Give a file with an L2 private key, or --dry-run.', {
    meta: { field: 'key-file', expected: 'a file with 0x and 64 hex digits' },
  })
}
