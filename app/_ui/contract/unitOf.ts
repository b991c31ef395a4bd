import type { RuleTemplate } from '#app/_data/views.ts'
import type { Json } from '#app/_ui/rule/draft.ts'
import { jsonAt } from '#app/_ui/rule/jsonAt.ts'

/** What an amount is counted in. */
export type CountedIn = { decimals: number; symbol: string }

const ether: CountedIn = { decimals: 18, symbol: 'ETH' }

/** What amounts of a template are in: its token, or the coin of the chain where it names none. Null while the token is half written. */
export function unitOf({ fields }: Pick<RuleTemplate, 'fields'>, params: Json): CountedIn | null {
  const counted = fields.find(({ control }) => control === 'token' || control === 'units')
  if (!counted) return ether
  const unit = jsonAt(params, counted.path)
  if (unit === undefined || unit === null || typeof unit !== 'object' || Array.isArray(unit)) return null
  const { decimals, symbol } = unit
  const whole = typeof decimals === 'number' && Number.isInteger(decimals) && decimals >= 0 && decimals <= 36
  return whole && typeof symbol === 'string' ? { decimals, symbol } : null
}

/** Digits in base units of a decimal as people write it, with a point or a comma; null where it is none. */
export function baseUnits(text: string, decimals: number): string | null {
  const [, whole, fraction = ''] = /^(\d{1,60})(?:[.,](\d{1,36}))?$/.exec(text.trim()) ?? []
  const digits = fraction.replace(/0+$/, '')
  if (whole === undefined || digits.length > decimals) return null
  return (whole + digits.padEnd(decimals, '0')).replace(/^0+(?=\d)/, '')
}

/** The decimal of digits in base units; null where they are none. */
export function wholeUnits(digits: Json | undefined, decimals: number): string | null {
  if (typeof digits !== 'string' || !/^\d{1,100}$/.test(digits)) return null
  const padded = digits.padStart(decimals + 1, '0')
  const fraction = padded.slice(padded.length - decimals).replace(/0+$/, '')
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '')
  return decimals === 0 || fraction === '' ? whole : `${whole}.${fraction}`
}
