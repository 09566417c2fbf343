import type { Ref } from 'react'
import type { Frame } from '@/lib/geo/camera-to-bounds'
import type { ThemeName } from '@/lib/map/theme'

interface StillPictureProps {
  /** The address's theme; without one the system's decides, which the server does not know. */
  theme: ThemeName | null
  /** Of the picture for a theme. */
  address(theme: ThemeName): string
  /** Of the drawing, px: kept free until it has come. */
  size: Frame
  /** Empty where what stands beside it says all that it shows. */
  alt: string
  className?: string | undefined
  loading?: 'lazy' | 'eager'
  ref?: Ref<HTMLImageElement>
}

/** A map that the server draws, in the page's theme. */
export function StillPicture({ theme, address, size, alt, className, loading = 'eager', ref }: StillPictureProps) {
  return (
    <picture>
      {theme === null && <source media="(prefers-color-scheme: dark)" srcSet={address('dark')} />}
      <img
        ref={ref}
        className={className}
        src={address(theme ?? 'light')}
        width={size.width}
        height={size.height}
        alt={alt}
        loading={loading}
        decoding="async"
      />
    </picture>
  )
}
