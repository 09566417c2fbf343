import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useOpenTool } from '@/lib/client/tool-store'
import styles from './measure.module.css'

const kinds = ['measure', 'lay-over'] as const

/** What there is to measure with: a line or an area, or a shape of the case laid over another place. Each has a card of its own. */
export function MeasureKinds() {
  const t = useTranslations('measure.kinds')
  const { tool, openTool } = useOpenTool()
  return (
    <div className={styles.kinds}>
      {kinds.map((kind) => (
        <Button key={kind} aria-pressed={tool === kind} className={styles.choice} onClick={() => openTool(kind)}>
          {t(kind)}
        </Button>
      ))}
    </div>
  )
}
