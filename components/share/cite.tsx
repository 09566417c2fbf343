'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import tool from '@/components/ui/tool.module.css'
import { saveText } from '@/lib/client/save-file'
import { type AnnotatedQuotation, writeAnnotation } from '@/lib/derive/cite/annotation'
import type { Citation } from '@/lib/derive/cite/citation'
import { writeBibtexCitation, writeCslCitation, writePlainCitation } from '@/lib/derive/cite/cite-formats'
import type { LinkedFigure, LinkedQuotation } from '@/lib/derive/linked-case'
import { CopyButton } from './part'
import styles from './share.module.css'
import { useAnnotateQuotation, useCitationWords, useCiteFigure, useCiteQuotation } from './use-citation'

const formats = {
  plain: { extension: 'txt', type: 'text/plain' },
  bibtex: { extension: 'bib', type: 'application/x-bibtex' },
  csl: { extension: 'json', type: 'application/vnd.citationstyles.csl+json' },
  annotation: { extension: 'jsonld', type: 'application/ld+json' },
} as const
type Format = keyof typeof formats
const formatIds = ['plain', 'bibtex', 'csl', 'annotation'] as const

interface CiteFormProps {
  citation: Citation
  /** Null for what is no quotation. */
  annotated: AnnotatedQuotation | null
}

/** The citation in the form that is chosen, to be copied or kept. */
function CiteForm({ citation, annotated }: CiteFormProps) {
  const t = useTranslations('share')
  const words = useCitationWords()
  const [format, setFormat] = useState<Format>('plain')
  const text = {
    plain: () => writePlainCitation(citation, words),
    bibtex: () => writeBibtexCitation(citation, words),
    csl: () => writeCslCitation(citation, words),
    annotation: () => (annotated === null ? '' : writeAnnotation(annotated)),
  }[format]()
  const { extension, type } = formats[format]
  const offered = formatIds.filter((id) => id !== 'annotation' || annotated !== null)
  return (
    <>
      <FormatChoice offered={offered} chosen={format} onChoose={setFormat} />
      <textarea
        className={styles.text}
        data-prose={format === 'plain'}
        rows={format === 'plain' ? 7 : 10}
        readOnly
        aria-label={t('citing.text')}
        value={text.trimEnd()}
      />
      <p className={tool.actions}>
        <CopyButton label={t('copy')} field={t('citing.text')} text={() => text} />
        <Button className={tool.button} onClick={() => saveText(`${citation.key}.${extension}`, type, text)}>
          {t('save')}
        </Button>
      </p>
    </>
  )
}

interface FormatChoiceProps {
  offered: readonly Format[]
  chosen: Format
  onChoose(format: Format): void
}

function FormatChoice({ offered, chosen, onChoose }: FormatChoiceProps) {
  const t = useTranslations('share.citing')
  const name = useId()
  return (
    <fieldset className={styles.formats}>
      <legend className="visually-hidden">{t('format')}</legend>
      {offered.map((format) => (
        <label key={format} className={styles.format}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={format === chosen}
            onChange={() => onChoose(format)}
          />
          {t(`formats.${format}`)}
        </label>
      ))}
    </fieldset>
  )
}

/** The citation of a quotation, in the form that is chosen. Only in the browser. */
export function QuotationCitation({ quotation }: { quotation: LinkedQuotation }) {
  return <CiteForm citation={useCiteQuotation()(quotation)} annotated={useAnnotateQuotation()(quotation)} />
}

/** The citation of a figure, in the form that is chosen. Only in the browser. */
export function FigureCitation({ figure }: { figure: LinkedFigure }) {
  return <CiteForm citation={useCiteFigure()(figure)} annotated={null} />
}

/** Made only in the browser, which alone knows the page's address. */
function Cite({ children }: { children: () => ReactNode }) {
  const t = useTranslations('share.citing')
  return (
    <Disclosure className={styles.cite} summary={t('title')}>
      {children}
    </Disclosure>
  )
}

/** In a quotation's panel: its citation. */
export function CiteQuotation({ quotation }: { quotation: LinkedQuotation }) {
  return <Cite>{() => <QuotationCitation quotation={quotation} />}</Cite>
}

/** In a figure's panel: its citation. */
export function CiteFigure({ figure }: { figure: LinkedFigure }) {
  return <Cite>{() => <FigureCitation figure={figure} />}</Cite>
}
