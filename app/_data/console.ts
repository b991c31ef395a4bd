import { cache } from 'react'
import type { Inputs } from '#server/api/types.ts'
import { caller } from './caller.ts'
import { orNull } from './orNull.ts'
import { whoAmI } from './site.ts'

/** The signed-in member's role on the platform with its rights; null for nearly everyone. */
export const myPlatform = cache(async () => {
  if (!(await whoAmI())) return null
  const { role, rights } = await (await caller()).platform.me()
  return role && { role, rights }
})

/** Cases that wait, or were resolved. A cursor that is none of this list begins at its front. */
export async function caseQueue(asked: Extract<Inputs['platform']['queue'], object>) {
  const { platform } = await caller()
  return (await orNull(platform.queue(asked))) ?? platform.queue({ ...asked, cursor: null })
}

export const caseById = cache(async (id: string) => orNull((await caller()).platform.case({ id })))
export const features = async () => (await caller()).platform.features()
export const ailingQuests = async () => (await caller()).platform.ailingQuests()

export async function markedSpaces(asked: Extract<Inputs['platform']['spaces'], object>) {
  const { platform } = await caller()
  return (await orNull(platform.spaces(asked))) ?? platform.spaces({ ...asked, cursor: null })
}

export async function platformLog(cursor: string | null) {
  const { platform } = await caller()
  return (await orNull(platform.log({ cursor, limit: 30 }))) ?? platform.log({ limit: 30 })
}
