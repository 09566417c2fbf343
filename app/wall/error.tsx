'use client'
import { BrokenWall } from '@/components/wall/broken-wall'

export default function WallError({ reset }: { reset: () => void }) {
  return <BrokenWall onRetry={reset} />
}
