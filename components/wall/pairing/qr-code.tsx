'use client'
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { useMemo } from 'react'
import styles from './qr-code.module.css'

/** Blank modules around the code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4

/** A text to be scanned. One path of whole modules: crisp at any size. */
export function QrCode({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const { path, size } = useMemo(() => {
    const code = generate(text)
    return { path: toSvgPath(code), size: code.size }
  }, [text])
  const side = size + 2 * QUIET_ZONE
  return (
    <svg
      className={`${styles.qr} ${className}`}
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}
