import { Skeleton, SkeletonStone } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, the stone, its stages and facts. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="mt-4 h-11 w-full max-w-md" />
      <Skeleton className="mt-4 mb-8 h-6 w-52" />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="slab grid place-items-center self-start bg-sunken px-8 py-12">
          <SkeletonStone className="w-full max-w-64" />
        </div>
        <div className="grid gap-8">
          <Skeleton className="h-28 rounded-card" />
          <Skeleton className="h-40 rounded-card" />
          <Skeleton className="h-64 rounded-card" />
        </div>
      </div>
    </div>
  )
}
