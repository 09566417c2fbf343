/** Length of the equator, km: WGS 84, as Web Mercator takes it for a sphere. */
const EQUATOR_KM = 40_075.016686

const steps = [1, 2, 3, 5] as const

/** Kilometres that a pixel of a Web Mercator map (512 px for the world at zoom 0) is wide at a latitude, degrees. */
export function kmPerPixel(zoom: number, latitude: number): number {
  return (EQUATOR_KM * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom)
}

/**
 * The longest round length (1, 2, 3 or 5 times a power of ten) whose bar is no wider than `maxPx`: its length in km and
 * its width in px. Throws a RangeError for a scale or a width that is not above zero.
 */
export function scaleBar(kmPerPx: number, maxPx: number): { km: number; px: number } {
  const most = kmPerPx * maxPx
  if (!(most > 0) || !Number.isFinite(most)) throw new RangeError('scale and width must be above zero')
  const power = 10 ** Math.floor(Math.log10(most))
  const step = steps.findLast((each) => each * power <= most * (1 + 1e-9)) ?? 1
  return { km: step * power, px: (step * power) / kmPerPx }
}
