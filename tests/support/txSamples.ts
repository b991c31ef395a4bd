import type * as z from 'zod'

type Shape = Readonly<Record<string, z.ZodType>>

/** A well-formed value of every field of a tx's schema, by what the schema itself takes: a new field needs no word here. */
export function sampleOf(shape: Shape): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, sampleField(name, schema)]))
}

function sampleField(name: string, schema: z.ZodType): unknown {
  if ('value' in schema) return schema.value
  const found = [0, 0n, false, { s: 1n, e: 1n }, [0]].find((value) => schema.safeParse(value).success)
  if (found === undefined) throw new Error(`no sample fits ${name}`)
  return found
}
