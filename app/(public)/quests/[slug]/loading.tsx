import { Skeleton, SkeletonStone } from '#app/_ui/base/Skeleton.tsx'

export default function Loading() {
  return (
    <div className="page grid gap-x-14 gap-y-10 pt-14 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
      <div>
        <Skeleton className="h-11 w-3/4" />
        <Skeleton className="mt-4 h-6" />
        <Skeleton className="mt-6 h-6 w-1/2" />
        <div className="mt-12 grid gap-3">
          <Skeleton className="h-32 rounded-card" />
          <Skeleton className="h-32 rounded-card" />
        </div>
      </div>
      <div className="slab h-[31rem] p-6">
        <SkeletonStone className="mx-auto h-44" />
        <Skeleton className="mt-10 h-5" />
        <Skeleton className="mt-3 h-5" />
        <Skeleton className="mt-3 h-5" />
        <Skeleton className="mt-10 h-12 rounded-xl" />
      </div>
    </div>
  )
}
