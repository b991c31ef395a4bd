import * as z from 'zod'

/** A schema that the document names, so that types made from it have that name, too. */
export const named = <T extends z.ZodType>(id: string, description: string, schema: T): T => schema.meta({ id, description })

export const instant = z.iso.datetime().meta({ examples: ['2026-11-28T12:00:00.000Z'] })
export const orNone = instant.nullable()
export const count = z.int().min(0)
export const slugText = z.string().meta({ examples: ['first-swap'] })
export const hex = z
  .string()
  .regex(/^0x[0-9a-f]*$/)
  .meta({ examples: ['0x2a'] })
/** Smallest units, decimal. */
export const amount = z
  .string()
  .regex(/^\d+$/)
  .meta({ examples: ['1000000000000000000'] })
export const uuid = z.uuid().meta({ examples: ['0b0e7a52-5f0c-4c1e-9d53-1c2f0a8f9a10'] })
export const wallet = z.string().meta({ examples: ['eip155:0x52908400098527886e0f7030069857d2e4169ee7'] })

export const text = named(
  'Text',
  'The same words in the two languages of the site.',
  z.object({ en: z.string().meta({ examples: ['Your first swap'] }), ja: z.string().meta({ examples: ['はじめてのスワップ'] }) }),
)

export const spaceRef = named(
  'SpaceRef',
  'A space by its slug.',
  z.object({ slug: z.string().meta({ examples: ['granite'] }), name: z.string().meta({ examples: ['Granite'] }) }),
)

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(id: string, item: T) =>
  named(
    id,
    'A page of a list, in its order.',
    z.object({
      items: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .meta({ description: 'Give it as `cursor` for the next page. Null on the last one.', examples: [null] }),
    }),
  )

export const problem = named(
  'Problem',
  'Problem details (RFC 9457). `code` is stable; `field`, `found` and `expected` say what to change.',
  z.object({
    type: z.string().meta({ examples: ['https://cairn.example/developers#problem-not-found'] }),
    title: z.string().meta({ examples: ['Not Found'] }),
    status: z.int().meta({ examples: [404] }),
    detail: z.string().meta({ examples: ['There is no such quest.'] }),
    instance: z
      .string()
      .meta({ description: 'The request, by its id.', examples: ['urn:cairn:request:3f9c2a7e-55d0-4b61-8f0e-2b7f5f6f8a11'] }),
    code: z.string().meta({ examples: ['not-found'] }),
    field: z
      .string()
      .nullable()
      .meta({ examples: ['slug'] }),
    found: z
      .string()
      .nullable()
      .meta({ examples: ['first-swop'] }),
    expected: z.string().nullable(),
    retryAfterSeconds: z.int().nullable(),
    requestId: z.string().meta({ examples: ['3f9c2a7e-55d0-4b61-8f0e-2b7f5f6f8a11'] }),
    current: z.unknown().optional().meta({ description: 'What is there now, where you knew something older (`draft.stale`).' }),
  }),
)
