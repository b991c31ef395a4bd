import type { Chain } from '#chains/chain.ts'
import { chains as registry } from '#chains/registry.ts'
import { chainSettings } from '#server/compose/settings.ts'
import { CairnError } from '#server/shared/errors.ts'
import { probeChains } from '../chains/probeChains.ts'
import { showChains } from '../chains/showChains.ts'
import type { Command } from '../command.ts'

/** How the chains that are configured here are doing; `--probe` compares the endpoints of all, or of those named, with their definitions. */
export const chains: Command = async ({ args, env }) => {
  const [options, names] = [args.filter((arg) => arg.startsWith('--')), args.filter((arg) => !arg.startsWith('--'))]
  const unknown = options.find((option) => option !== '--json' && option !== '--probe')
  if (unknown) throw new CairnError('input.invalid', `There is no option ${unknown}: ./cairn chains [--probe] [ID…] [--json]`)
  const wanted = names.length === 0 ? registry : [...new Set(names.map(chainNamed))]
  const listing = { chains: wanted, settings: chainSettings(env), json: options.includes('--json') }
  return options.includes('--probe') ? probeChains(listing) : showChains(listing)
}

/** By CAIP-2 id, by EVM chain id, or by short name. */
function chainNamed(name: string): Chain {
  const found = registry.find(({ id, reference, shortName, namespace }) =>
    [id, shortName, ...(namespace === 'eip155' ? [reference] : [])].includes(name),
  )
  if (found) return found
  throw new CairnError('chain.unknown', `The registry has no chain "${name}".`, { meta: { field: 'chain', found: name } })
}
