import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, keys, and the form beside them. */
export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-11 w-48" />
      <Skeleton className="mt-4 h-6 w-md max-w-full" />
      <div className="mt-10 grid items-start gap-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div>
          <Skeleton className="h-6 w-28" />
          <Skeleton className="mt-4 h-72 rounded-card" />
        </div>
        <Skeleton className="h-[44rem] rounded-card" />
      </div>
    </div>
  )
}
