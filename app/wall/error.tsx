'use client'
import { BrokenWall } from '@/components/wall/session/quiet-wall'

export default function WallError({ reset }: { reset: () => void }) {
  return <BrokenWall onRetry={reset} />
}
