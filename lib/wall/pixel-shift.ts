/** Places around the orbit, and so minutes of a round. */
const STEPS = 12

/**
 * Where what always stands on a display is to stand at a step, in whole px from its own place: around a small orbit, so
 * that no pixel stays lit for hours.
 */
export function pixelShift(step: number, radiusPx: number): { x: number; y: number } {
  const angle = (2 * Math.PI * step) / STEPS
  // Adding nought turns −0 into 0.
  return { x: Math.round(radiusPx * Math.sin(angle)) + 0, y: Math.round(radiusPx * (Math.cos(angle) - 1)) + 0 }
}
