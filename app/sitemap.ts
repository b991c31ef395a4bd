import type { MetadataRoute } from 'next'
import { siteMap } from '#app/_data/siteMap.ts'
import { webHandlers } from '#server/api/handlers/web.ts'

export const dynamic = 'force-dynamic'

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { members } = webHandlers().api
  return siteMap(members.origin, await members.quests.pages())
}
