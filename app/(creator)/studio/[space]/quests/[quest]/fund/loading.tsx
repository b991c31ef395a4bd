import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, what it costs, the vault beside it. */
export default function Loading() {
  return (
    <div className="page pt-14">
      <Skeleton className="h-11 w-64" />
      <Skeleton className="mt-4 h-6 w-full max-w-md" />
      <div className="mt-10 grid gap-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <Skeleton className="h-96" />
        <Skeleton className="h-80" />
      </div>
    </div>
  )
}
