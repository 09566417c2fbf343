'use client'
import type { ComponentProps } from 'react'
import { useIsSelected } from '@/lib/client/view-context'
import type { Focus } from '@/lib/url/view'

interface SelectButtonProps extends ComponentProps<'button'> {
  /** The record that it stands for. */
  of: Focus
}

/** A button that says whether its record is selected. Of a list only this renders when another one is. */
export function SelectButton({ of, ...button }: SelectButtonProps) {
  return <button type="button" aria-current={useIsSelected(of) ? 'true' : undefined} {...button} />
}
