import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, a long table. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-4 w-28" />
      <Skeleton className="mt-4 h-11 w-56" />
      <Skeleton className="mt-4 mb-8 h-6 w-full max-w-lg" />
      <div className="slab divide-y divide-line">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((key) => (
          <div key={key} className="flex h-14 items-center gap-6 px-4">
            <Skeleton className="h-5 w-10" />
            <Skeleton className="h-6 w-20" />
            <Skeleton className="ml-auto h-4 w-28" />
          </div>
        ))}
      </div>
    </div>
  )
}
