import type { ComponentProps } from 'react'

/** Every button of the house: one that does not say so submits no form. How it looks is for the style sheet of its place. */
export function Button(button: ComponentProps<'button'>) {
  return <button type="button" {...button} />
}
