import { CairnError } from '#server/shared/errors.ts'

/** Names that stand for something of the site, its paths or its people. */
const reserved = new Set(
  `about account accounts admin administrator api app assets auth badge badges batches billing blog cairn callback claim contact credential credentials
  creator cube cubes dashboard developer developers docs email en enclave error events example explorer favicon faucet gateway graphql health help home
  host inbox index ja jobs leaderboard legal login logout mail me member members metrics moderator next null official ops people press privacy profile
  public quest quests register reputation rewards robots root rpc search security session settings sign-in signin signout signup sitemap slot slots space
  spaces sse static status studio support system team terms test tx txs undefined user users v1 validator validators verify wallet wallets webhook
  webhooks well-known www`.split(/\s+/),
)

export const handlePattern = /^[a-z0-9](?:[a-z0-9-]{1,28}[a-z0-9])$/

/** A handle as it is kept: 3 to 30 of a–z, 0–9 and single inner dashes. Throws `input.invalid`, or `conflict` for a reserved name. */
export function requireHandle(text: string): string {
  const handle = text.toLowerCase()
  // Reserved names are refused as such even where the shape is wrong too (`_next`): that is what the member needs to know.
  if (reserved.has(handle.replace(/^[._]+/, ''))) throw taken(handle)
  if (!handlePattern.test(handle) || handle.includes('--') || /^\d+$/.test(handle) || handle.startsWith('0x'))
    throw new CairnError('input.invalid', 'This handle is not well formed.', {
      meta: { field: 'handle', found: text.slice(0, 40), expected: '3 to 30 of a–z, 0–9 and single dashes inside, at least one letter' },
    })
  return handle
}

export const taken = (handle: string) =>
  new CairnError('conflict', 'This handle is taken.', { meta: { field: 'handle', found: handle.slice(0, 40), expected: 'a free handle' } })
