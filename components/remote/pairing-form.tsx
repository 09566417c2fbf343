'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { DeviceUse } from '@/lib/client/remote/remote-link'
import { clockText, useTick } from '@/lib/client/remote/use-tick'
import { useMedia } from '@/lib/client/use-media'
import { groupCode } from '@/lib/wall/pairing-code'
import styles from './pairing-form.module.css'
import { keepCodeCharacters, type Trouble, usePairing } from './use-pairing'

interface CodeFieldProps {
  code: string
  wrong: boolean
  onChange(code: string): void
}

/** The code's field, grouped as the wall shows it while it is typed; pasted codes may have spaces and hyphens. */
function CodeField({ code, wrong, onChange }: CodeFieldProps) {
  const t = useTranslations('remote.pairing')
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
      {t('code')}
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
          cursor.current = groupCode(
            keepCodeCharacters(target.value.slice(0, target.selectionStart ?? undefined)),
          ).length
          onChange(keepCodeCharacters(target.value))
        }}
      />
      <span id={hint} className={styles.quiet}>
        {t('codeHint')}
      </span>
    </label>
  )
}

interface PairingFormProps {
  /** What the address carried, or nothing. */
  code: string
  /** Whether this device was paired until just now. */
  dropped: boolean
  onPaired(): void
  /** Goes on with the wall that this device is paired with; null where there is none. */
  onKeep: (() => void) | null
}

const uses = ['remote', 'mirror', 'map', 'evidence'] as const satisfies readonly DeviceUse[]

/** A field for the code that the wall shows, the device's name, and what it is to be used as. */
export function PairingForm({ code: carried, dropped, onPaired, onKeep }: PairingFormProps) {
  const t = useTranslations('remote.pairing')
  const [code, setCode] = useState(carried)
  const [named, setNamed] = useState<string | null>(null)
  const phone = useMedia('(pointer: coarse)')
  const name = named ?? t(phone ? 'phone' : 'computer')
  const [use, setUse] = useState<DeviceUse>('remote')
  const { busy, trouble, connect, forgetTrouble, onTyping } = usePairing(onPaired)

  function submit(event: FormEvent) {
    event.preventDefault()
    void connect(code, use, name.trim())
  }

  return (
    <main className={styles.page}>
      <form onSubmit={submit} noValidate className={styles.form}>
        <h1>{t('title')}</h1>
        {dropped && (
          <p role="alert" className={styles.trouble}>
            {t('dropped')}
          </p>
        )}
        <p className={styles.quiet}>{t('explained')}</p>
        <CodeField
          code={code}
          wrong={trouble?.kind === 'incomplete' || trouble?.kind === 'refused'}
          onChange={(next) => {
            setCode(next)
            onTyping()
          }}
        />
        <label>
          {t('name')}
          <input value={name} maxLength={40} autoComplete="off" onChange={(event) => setNamed(event.target.value)} />
        </label>
        <UseChoice use={use} onChange={setUse} />
        {trouble !== null && <TroubleText trouble={trouble} onOver={forgetTrouble} />}
        <Button type="submit" disabled={trouble?.kind === 'locked'} aria-busy={busy} className={styles.connect}>
          {t(busy ? 'connecting' : 'connect')}
        </Button>
        {onKeep !== null && (
          <Button onClick={onKeep} className={styles.keep}>
            {t('keep')}
          </Button>
        )}
      </form>
    </main>
  )
}

function UseChoice({ use, onChange }: { use: DeviceUse; onChange(use: DeviceUse): void }) {
  const t = useTranslations('remote.pairing')
  return (
    <fieldset className={styles.uses}>
      <legend>{t('use')}</legend>
      {uses.map((id) => (
        <label key={id}>
          <input type="radio" name="use" value={id} checked={id === use} onChange={() => onChange(id)} />
          <span>
            {t(`uses.${id}.name`)}
            <span className={styles.quiet}> · {t(`uses.${id}.explained`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function TroubleText({ trouble, onOver }: { trouble: Trouble; onOver(): void }) {
  const t = useTranslations('remote.pairing')
  if (trouble.kind === 'locked') return <LockedText until={trouble.until} onOver={onOver} />
  return (
    <p role="alert" className={styles.trouble}>
      {t(trouble.kind)}
    </p>
  )
}

/** Counted down in sight; said once, not each second. */
function LockedText({ until, onOver }: { until: number; onOver(): void }) {
  const t = useTranslations('remote.pairing')
  const leftMs = until - useTick()
  const over = leftMs <= 0
  useEffect(() => {
    if (over) onOver()
  }, [over, onOver])
  const [said] = useState(() => clockText(leftMs + 999))
  return (
    <>
      <p role="alert" className="visually-hidden">
        {t('locked', { time: said })}
      </p>
      <p aria-hidden="true" className={styles.trouble}>
        {t('locked', { time: clockText(leftMs + 999) })}
      </p>
    </>
  )
}
