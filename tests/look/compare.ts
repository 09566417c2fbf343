import sharp from 'sharp'

/** A kept picture's longer side, px: enough to see what moved, and little enough to keep hundreds. */
const KEPT_PX = 640
const KEPT_QUALITY = 60

/** A channel that differs by more has changed; less is how a picture was compressed, or where a line fell between pixels. */
const CHANNEL_STEPS = 48
/** Of all pixels the share that may have changed: a label that the map places otherwise. */
const CHANGED_SHARE = 0.004

/** A picture as it is kept. */
export function shrink(picture: Buffer): Promise<Buffer> {
  return sharp(picture)
    .resize({ width: KEPT_PX, height: KEPT_PX, fit: 'inside' })
    .webp({ quality: KEPT_QUALITY })
    .toBuffer()
}

async function pixelsOf(picture: Buffer) {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

interface Difference {
  /** Of its pixels the share that changed. */
  share: number
  /** What was kept, what there is now, and what changed, beside each other. */
  picture: Buffer
}

/** What changed between two kept pictures; null where nothing did that can be seen. */
export async function compare(kept: Buffer, now: Buffer): Promise<Difference | null> {
  const [before, after] = [await pixelsOf(kept), await pixelsOf(now)]
  const { width, height } = after
  const isSameSize = before.width === width && before.height === height
  const changed = Buffer.alloc(after.data.length, 255)
  let count = isSameSize ? 0 : width * height
  for (let at = 0; isSameSize && at < after.data.length; at += 3) {
    const isChanged = [0, 1, 2].some(
      (channel) => Math.abs((before.data[at + channel] ?? 0) - (after.data[at + channel] ?? 0)) > CHANNEL_STEPS,
    )
    if (!isChanged) continue
    count++
    changed.set([200, 0, 0], at)
  }
  const share = count / (width * height)
  if (share <= CHANGED_SHARE) return null
  const parts = [
    kept,
    now,
    await sharp(changed, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer(),
  ]
  const widest = Math.max(before.width, width)
  const picture = await sharp({
    create: { width: 3 * widest, height: Math.max(before.height, height), channels: 3, background: '#888' },
  })
    .composite(parts.map((input, index) => ({ input, left: index * widest, top: 0 })))
    .webp()
    .toBuffer()
  return { share, picture }
}
