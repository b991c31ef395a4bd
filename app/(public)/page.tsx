import { getTranslations } from 'next-intl/server'
import { pageMetadata } from '#app/_data/pageMetadata.ts'
import { home, listBatches, slotStats } from '#app/_data/pages.ts'
import { chainFacts, whoAmI } from '#app/_data/site.ts'
import { websiteData } from '#app/_data/structuredData.ts'
import { SlotNumbers } from '#app/_ui/explorer/SlotNumbers.tsx'
import { JsonLd } from '#app/_ui/JsonLd.tsx'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { Discover } from './_parts/Discover.tsx'
import { Hero } from './_parts/Hero.tsx'
import { HowItSettles } from './_parts/HowItSettles.tsx'
import { LatestBatches } from './_parts/LatestBatches.tsx'
import { Welcome } from './_parts/Welcome.tsx'

export const generateMetadata = async () => pageMetadata('/', null)

export default async function HomePage() {
  const [tSite, shown, stats, batches, chains, me] = await Promise.all([
    getTranslations('site'),
    home(),
    slotStats(),
    listBatches({ limit: 5 }),
    chainFacts(),
    whoAmI(),
  ])
  const now = Date.now()
  const discover = <Discover home={shown} chains={chains} signedIn={me !== null} now={now} />
  return (
    <>
      <JsonLd of={(site) => websiteData(site, tSite('motto'))} />
      <LiveRefresh topics={me ? ['batches', `account:${me.accountId}`] : ['batches']} />
      {me ? (
        <>
          <Welcome me={me} home={shown} />
          {discover}
          <div className="pt-20">
            <SlotNumbers stats={stats} now={now} />
          </div>
        </>
      ) : (
        <>
          <Hero home={shown} />
          <SlotNumbers stats={stats} now={now} />
          {discover}
          <HowItSettles />
        </>
      )}
      {batches.items.length > 0 && <LatestBatches batches={batches.items} now={now} />}
    </>
  )
}
