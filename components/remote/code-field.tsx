'use client'
import { useTranslations } from 'next-intl'
import { useId, useLayoutEffect, useRef } from 'react'
import { readCode } from '@/lib/client/remote/pairing-code'
import { groupCode } from '@/lib/wall/pairing-code'
import styles from './pairing-form.module.css'

interface CodeFieldProps {
  code: string
  wrong: boolean
  onChange(code: string): void
}

/** The code's field, grouped as the wall shows it while it is typed; pasted codes may have spaces and hyphens. */
export function CodeField({ code, wrong, onChange }: CodeFieldProps) {
  const words = useTranslations('remote.pairing')
  const field = useRef<HTMLInputElement>(null)
  const hint = useId()
  /** Where the cursor goes once the field is grouped anew: it would jump to the end. */
  const cursor = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (cursor.current !== null) field.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  })
  return (
    <label>
      {words('code')}
      <input
        ref={field}
        value={groupCode(code)}
        inputMode="text"
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        aria-invalid={wrong}
        aria-describedby={hint}
        className={styles.code}
        onChange={({ target }) => {
          cursor.current = groupCode(readCode(target.value.slice(0, target.selectionStart ?? undefined))).length
          onChange(readCode(target.value))
        }}
      />
      <span id={hint} className={styles.quiet}>
        {words('codeHint')}
      </span>
    </label>
  )
}
