import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, notices, settings. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="mt-4 h-11 w-44" />
      <Skeleton className="mt-4 mb-8 h-6 w-full max-w-md" />
      <div className="grid items-start gap-x-10 gap-y-14 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="slab divide-y divide-line px-4">
          {['a', 'b', 'c', 'd', 'e'].map((key) => (
            <div key={key} className="flex h-16 items-center gap-3">
              <Skeleton className="size-8" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          ))}
        </div>
        <Skeleton className="h-96" />
      </div>
    </div>
  )
}
