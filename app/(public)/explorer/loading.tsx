import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

export default function Loading() {
  return (
    <div className="page pt-14">
      <Skeleton className="h-11 w-72" />
      <Skeleton className="mt-4 h-6 w-96 max-w-full" />
      <Skeleton className="mt-10 h-28 w-full" />
      <div className="slab mt-16 divide-y divide-line">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
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
