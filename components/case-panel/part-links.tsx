import { useTranslations } from 'next-intl'
import { isForNewWindow } from '@/lib/client/keyboard'
import type { CasePartId, Parts } from './case-pages'
import casePanel from './case-panel.module.css'

interface PartLinksProps {
  parts: Parts
  open: CasePartId
  onOpen(part: Parts[number]): void
}

/** The parts of the case, of which one is open; on a phone under the thumb. */
export function PartLinks({ parts, open, onOpen }: PartLinksProps) {
  const t = useTranslations('panel')
  return (
    <nav aria-label={t('partsName')} className={casePanel.parts}>
      {parts.map((part) => (
        <a
          key={part.id}
          // Where no script runs, the part is the server's to open.
          href={`?page=${part.pages[0]?.id}`}
          aria-current={part.id === open ? 'page' : undefined}
          className={casePanel.part}
          onClick={(event) => {
            if (isForNewWindow(event)) return
            event.preventDefault()
            onOpen(part)
          }}
        >
          {t(`parts.${part.id}`)}
        </a>
      ))}
    </nav>
  )
}
