import type { ComponentProps } from 'react'
import { Button } from './button'
import { Icon, type IconName } from './icon'

interface IconButtonProps extends ComponentProps<'button'> {
  icon: IconName
  /** What it does, as its name and for a pointer that rests on it. */
  label: string
}

/** A button that shows an icon alone. */
export function IconButton({ icon, label, ...button }: IconButtonProps) {
  return (
    <Button aria-label={label} title={label} {...button}>
      <Icon name={icon} />
    </Button>
  )
}
