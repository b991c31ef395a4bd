import { Skeleton } from '#app/_ui/base/Skeleton.tsx'

export default function Loading() {
  return (
    <div className="page pt-10 sm:pt-14">
      <Skeleton className="h-11 w-64" />
      <Skeleton className="mt-4 h-6 w-80 max-w-full" />
      <Skeleton className="mt-9 h-8 w-72 max-w-full" />
      <Skeleton className="mt-3 h-8 w-full max-w-xl" />
      <Skeleton className="mt-12 h-[40rem] rounded-card" />
    </div>
  )
}
