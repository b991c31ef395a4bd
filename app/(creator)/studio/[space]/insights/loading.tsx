import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, four numbers with a chart, and the quests. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-11 w-56" />
      <Skeleton className="mt-4 mb-9 h-6 w-full max-w-xl" />
      <Skeleton className="mb-4 h-7 w-56" />
      <Skeleton className="h-40 rounded-card sm:h-24" />
      <Skeleton className="mt-4 h-96 rounded-card" />
      <Skeleton className="mt-12 h-64 rounded-card" />
    </div>
  )
}
