/** What somebody names a credential by: its number in the slot, or our id. */
export type CredentialName = { index: number } | { id: string }

const largest = 2 ** 32
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * `7`, `#7`, the address of its page (`…/explorer/credentials/7`, in any language, with whatever stands behind), its URN (`urn:cairn:…:credential:7`), or its
 * id. Null for anything else.
 */
export function readCredentialName(text: string): CredentialName | null {
  const said = text.trim()
  if (uuid.test(said)) return { id: said.toLowerCase() }
  const digits =
    /^#?(\d{1,10})$/.exec(said)?.[1] ??
    /^urn:cairn:.{1,120}:credential:(\d{1,10})$/.exec(said)?.[1] ??
    /\/explorer\/credentials\/(\d{1,10})(?:[/?#]|$)/.exec(said)?.[1]
  if (digits === undefined || Number(digits) >= largest) return null
  return { index: Number(digits) }
}
