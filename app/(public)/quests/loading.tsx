import { Skeleton, SkeletonStone } from '#app/_ui/base/Skeleton.tsx'

export default function Loading() {
  return (
    <div className="page pt-14">
      <Skeleton className="h-11 w-56" />
      <Skeleton className="mt-4 h-6 w-96 max-w-full" />
      <Skeleton className="mt-9 h-10 w-full max-w-xl" />
      <Skeleton className="mt-4 mb-8 h-8 w-full max-w-2xl" />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <li key={key} className="slab h-56 p-5">
            <div className="flex justify-between">
              <div className="grid w-1/2 gap-2.5">
                <Skeleton className="h-4 w-2/3" />
                <Skeleton className="h-6" />
              </div>
              <SkeletonStone className="h-20" />
            </div>
            <Skeleton className="mt-4 h-4" />
            <Skeleton className="mt-2.5 h-4 w-3/4" />
          </li>
        ))}
      </ul>
    </div>
  )
}
