import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A field element or hash, stored as 32 bytes, big-endian; a bigint in code. */
export const field = customType<{ data: bigint; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex'),
  fromDriver: (value) => BigInt(`0x${value.toString('hex')}`),
})

/** Field elements in a row, 32 bytes each; bigints in code. */
export const fields = customType<{ data: readonly bigint[]; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (values) => Buffer.from(values.map((value) => value.toString(16).padStart(64, '0')).join(''), 'hex'),
  fromDriver: (value) =>
    Array.from({ length: value.length / 32 }, (_, i) => BigInt(`0x${value.subarray(32 * i, 32 * i + 32).toString('hex')}`)),
})

/** Raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
})

/** Instant with time zone. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' })

/** Id of a transaction, 64 bits, decimal in code. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' })

/** What words are looked up in, as lexemes with their places; text in code (server/quests/discover/searchTerms.ts writes it). */
export const searchVector = customType<{ data: string }>({ dataType: () => 'tsvector' })
