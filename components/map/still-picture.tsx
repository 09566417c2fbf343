import type { Ref } from 'react'
import type { Frame } from '@/lib/geo/camera-to-bounds'
import type { ThemeName } from '@/lib/map/theme'
import { densities, type StillWish } from '@/lib/url/still-map-address'

/** Of the picture for a theme. */
type AddressOf = (theme: ThemeName, as: Pick<StillWish, 'format' | 'density'>) => string

/** A picture of pixels as `srcSet` has it, for screens of each density. */
export function pixelsOf(address: AddressOf, theme: ThemeName): string {
  return densities.map((density) => `${address(theme, { format: 'webp', density })} ${density}x`).join(', ')
}

/** Where the page grows with the display, and what is small on it with it: as in globals.css. */
const LARGE = '(width >= 2400px) and (height >= 1300px)'
const DARK = '(prefers-color-scheme: dark)'

interface StillPictureProps {
  /** The address's theme; without one the system's decides, which the server does not know. */
  theme: ThemeName | null
  address: AddressOf
  /** Of the drawing, px: kept free until it has come. */
  size: Frame
  /** Empty where what stands beside it says all that it shows. */
  alt: string
  className?: string | undefined
  /** A picture of pixels, of the size in which it is seen; without it a drawing, which can be enlarged. */
  inPixels?: boolean
  ref?: Ref<HTMLImageElement>
}

/** A map that the server draws, in the page's theme. */
export function StillPicture({ theme, address, size, alt, className, inPixels = false, ref }: StillPictureProps) {
  const source = (of: ThemeName) => (inPixels ? pixelsOf(address, of) : address(of, {}))
  const shown = theme ?? 'light'
  const large = (of: ThemeName) => address(of, { format: 'webp', density: 2 })
  return (
    <picture>
      {inPixels && theme === null && <source media={`${LARGE} and ${DARK}`} srcSet={large('dark')} />}
      {inPixels && <source media={LARGE} srcSet={large(shown)} />}
      {theme === null && <source media={DARK} srcSet={source('dark')} />}
      <img
        ref={ref}
        className={className}
        src={address(shown, { format: inPixels ? 'webp' : 'svg' })}
        srcSet={inPixels ? pixelsOf(address, shown) : undefined}
        width={size.width}
        height={size.height}
        alt={alt}
        // Small pictures can wait until they are seen.
        loading={inPixels ? 'lazy' : 'eager'}
        decoding="async"
      />
    </picture>
  )
}
