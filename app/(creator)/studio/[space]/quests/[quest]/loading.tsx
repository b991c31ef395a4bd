import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

/** The shape of the editor: its head, its sections, and the column beside them. */
export default function DraftLoading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-4 w-16" />
      <Skeleton className="mt-5 h-10 w-2/3 max-w-md" />
      <Skeleton className="mt-4 h-6 w-40" />
      <div className="mt-14 grid gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="grid gap-5">
          <div className="slab grid gap-5 px-5 py-5 sm:px-6">
            <Skeleton className="h-6 w-40" />
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-24 w-full" />
            <Skeleton className="h-64 w-full" />
          </div>
          <div className="slab grid gap-4 px-5 py-5 sm:px-6">
            <Skeleton className="h-6 w-32" />
            <Skeleton className="h-32 w-full" />
          </div>
        </div>
        <div className="slab h-fit px-5 py-5">
          <Skeleton className="h-6 w-32" />
          <Skeleton className="mt-4 h-40 w-full" />
        </div>
      </div>
    </div>
  )
}
