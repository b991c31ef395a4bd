import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the list while it is asked for. */
export default function Loading() {
  return (
    <div className="page pt-10 pb-8 sm:pt-14" aria-hidden="true">
      <Skeleton className="h-11 w-44" />
      <Skeleton className="mt-4 h-6 w-full max-w-md" />
      <Skeleton className="mt-12 h-10.5 w-full max-w-xl" />
      <Skeleton className="mt-4 h-8 w-full max-w-2xl" />
      <div className="slab mt-6 divide-y divide-line px-5">
        {['a', 'b', 'c', 'd', 'e'].map((key) => (
          <div key={key} className="flex items-center gap-6 py-4">
            <div className="flex-1">
              <Skeleton className="h-5 w-3/5" />
              <Skeleton className="mt-2 h-4 w-2/5" />
            </div>
            <Skeleton className="h-6 w-20" />
          </div>
        ))}
      </div>
    </div>
  )
}
