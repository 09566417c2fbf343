'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { visibleBounds } from '@/components/map/visible-bounds'
import { Button } from '@/components/ui/button'
import tool from '@/components/ui/tool.module.css'
import { useCase } from '@/lib/client/case-context'
import { copyText } from '@/lib/client/save-file'
import { useFocus } from '@/lib/client/view-context'
import { currentView } from '@/lib/client/view-store'
import { isolate } from '@/lib/derive/isolate'
import { boundsToCamera, type Frame } from '@/lib/geo/camera-to-bounds'
import { addressBelow } from '@/lib/url/base-path'
import { paperMap, papers } from '@/lib/url/still-map-address'
import { writeView } from '@/lib/url/view-codec'
import { Part } from './part'
import styles from './share.module.css'

/** Size of the embedded map's frame, px, as the snippet has it; whoever pastes it may change it. */
const embedSize = { width: 800, height: 560 } as const

function escapeAttribute(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => names[sign] ?? '')
}

/** HTML that shows `address` in a frame on another page. The title is what a screen reader says of the frame. */
export function embedSnippet(address: string, title: string): string {
  const attributes = {
    src: address,
    // Nothing in an attribute can say its direction.
    title: isolate(title),
    width: String(embedSize.width),
    height: String(embedSize.height),
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`)
  return `<iframe ${written.join(' ')} style="border:0;max-width:100%"></iframe>`
}

/** Size of the map in an embedded page of the snippet's size, px: title and notes take the rest. */
const mapFrame = { width: embedSize.width, height: embedSize.height - 110 } as const

/** Answers the query of the view as it is now, for a map of another size that is to show the same. */
function useQueryFor(): (frame: Frame) => string {
  const board = useCase()
  const focus = useFocus()
  return (frame) => {
    const { center, zoom } = boundsToCamera(visibleBounds(board, focus), frame)
    return writeView({
      ...currentView(),
      page: null,
      map: { lng: center[0], lat: center[1], zoom },
      version: board.linked.caseVersion,
    })
  }
}

/** Ways out of this page: onto paper, and into another's page. */
export function PublishPart() {
  const queryFor = useQueryFor()
  // The map says to nobody here that it moved; so the addresses are made anew when hand or keyboard come to them.
  const [, refresh] = useState(0)
  const again = () => refresh((count) => count + 1)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is inside takes hand and keyboard; here they only come by
    <div className={styles.group} onPointerEnter={again} onFocus={again}>
      <PrintLinks query={queryFor(paperMap)} />
      <EmbedSnippet query={queryFor(mapFrame)} />
    </div>
  )
}

function PrintLinks({ query }: { query: string }) {
  const t = useTranslations('publish')
  const tPrint = useTranslations('print')
  const { linked } = useCase()
  return (
    <Part title={t('print')}>
      <p className={tool.hint}>{t('printExplained')}</p>
      <p className={tool.actions}>
        {papers.map((paper) => (
          <a
            key={paper}
            className={tool.button}
            href={addressBelow(`/print/${linked.id}${query}&paper=${paper}`)}
            target="_blank"
            rel="noopener"
          >
            <span>
              {tPrint(`papers.${paper}`)}
              <span className="visually-hidden"> ({t('opensElsewhere')})</span>
            </span>
          </a>
        ))}
      </p>
    </Part>
  )
}

function EmbedSnippet({ query }: { query: string }) {
  const t = useTranslations('publish')
  const { linked } = useCase()
  const field = useRef<HTMLTextAreaElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null)
  const snippet = embedSnippet(window.location.origin + addressBelow(`/embed/${linked.id}${query}`), linked.title)
  const copy = async () => {
    const copied = await copyText(snippet)
    // Where there is no clipboard the reader copies what is selected.
    if (!copied) field.current?.select()
    setOutcome(copied ? 'copied' : 'selected')
  }
  return (
    <Part title={t('embed')}>
      <p className={tool.hint}>{t('embedExplained')}</p>
      <textarea
        ref={field}
        className={styles.snippet}
        aria-label={t('snippet')}
        readOnly
        spellCheck={false}
        value={snippet}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={tool.actions}>
        <Button className={tool.button} onClick={copy}>
          {t('copy')}
        </Button>
        <span role="status" className={styles.said}>
          {outcome !== null && t(outcome)}
        </span>
      </p>
    </Part>
  )
}
