import type { Env } from '#server/shared/env.ts'

/** A command of the `cairn` command line; answers the exit code. */
export type Command = (input: { readonly args: readonly string[]; readonly env: Env }) => Promise<number>
