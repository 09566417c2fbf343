import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icon'

/** Every button of the house: one that does not say so submits no form. How it looks is for the style sheet of its place. */
export function Button(button: ComponentProps<'button'>) {
  return <button type="button" {...button} />
}

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
