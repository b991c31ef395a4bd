import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, stages, two lists of facts. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-4 w-28" />
      <Skeleton className="mt-4 mb-8 h-11 w-44" />
      <Skeleton className="h-24 rounded-card" />
      <div className="mt-12 grid gap-4 lg:grid-cols-2">
        {['a', 'b'].map((key) => (
          <div key={key} className="slab grid gap-5 p-5">
            {[0, 1, 2, 3].map((row) => (
              <div key={row} className="flex justify-between gap-6">
                <Skeleton className="h-4 w-24" />
                <Skeleton className="h-4 w-40" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
