'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import tool from '@/components/ui/tool.module.css'
import { copyText } from '@/lib/client/save-file'
import styles from './share.module.css'

/** One of the ways to take something away, under its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  )
}

interface CopyButtonProps {
  label: string
  /** Name of the field that has the text where there is no clipboard. */
  field: string
  /** Asked when it is copied, so that it is what is on screen then. */
  text(): string
  className?: string | undefined
}

/** Copies text; where the browser has no clipboard for this page, shows the text selected, to be copied by hand. */
export function CopyButton({ label, field, text, className }: CopyButtonProps) {
  const t = useTranslations('share')
  const [copied, setCopied] = useState<string | null>(null)
  const [byHand, setByHand] = useState<string | null>(null)
  const copy = async () => {
    const wanted = text()
    const done = await copyText(wanted)
    setCopied(done ? wanted : null)
    setByHand(done ? null : wanted)
  }
  return (
    <>
      <Button className={className ?? tool.button} onClick={copy}>
        {label}
      </Button>{' '}
      <span role="status" className={styles.said}>
        {copied !== null && t('copied')}
        {byHand !== null && t('notCopied')}
      </span>
      {byHand !== null && <SelectedText label={field} text={byHand} />}
    </>
  )
}

function SelectedText({ label, text }: { label: string; text: string }) {
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (ref.current?.value === text) ref.current.select()
  }, [text])
  return (
    <textarea
      ref={ref}
      aria-label={label}
      className={`${tool.field} ${styles.byHand}`}
      readOnly
      rows={3}
      value={text}
    />
  )
}
