import { embedSize } from '@/lib/client/embed-snippet'

/** Size of the map in an embedded page of the snippet's size, px: title and notes take the rest. */
export const mapFrame = { width: embedSize.width, height: embedSize.height - 110 } as const
