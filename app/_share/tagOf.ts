import { createHash } from 'node:crypto'

/** A short name of a content. */
export const tagOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 20)
