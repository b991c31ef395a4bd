import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the page: head, quests, the vault beside them. */
export default function Loading() {
  return (
    <div className="page pt-14">
      <Skeleton className="h-11 w-40" />
      <Skeleton className="mt-4 h-6 w-full max-w-md" />
      <div className="mt-10 grid gap-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-4">
          {[0, 1].map((row) => (
            <Skeleton key={row} className="h-56" />
          ))}
        </div>
        <Skeleton className="row-start-1 h-80 lg:col-start-2" />
      </div>
    </div>
  )
}
