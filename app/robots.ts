import type { MetadataRoute } from 'next'
import { robotRules } from '#app/_data/robotRules.ts'
import { siteOrigin } from '#app/_data/siteOrigin.ts'

export const dynamic = 'force-dynamic'

const robots = (): MetadataRoute.Robots => robotRules(siteOrigin())
export default robots
