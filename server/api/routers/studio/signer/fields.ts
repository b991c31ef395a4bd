import * as z from 'zod'
import { plainText } from '#server/api/fields.ts'

export const name = plainText(60)
export const url = z.string().min(1).max(2000)
export const key = z.string().max(200)
/** A signer by its id; null stands for the platform. */
export const orPlatform = z.uuid().nullable()
/** Changes; each writes to the space's log. */
export const changes = { points: 20, seconds: 60 }
/** What makes us ask somebody. */
export const asks = { points: 20, seconds: 60 }
