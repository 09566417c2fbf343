import { createTranslator } from 'next-intl'
import { describeDate } from '@/lib/client/format-date'
import type { Citation, CitationWords } from '@/lib/derive/cite/citation'
import words from '@/lib/words/en.json'

const t = createTranslator({ locale: 'en', messages: words, namespace: 'share.cite' })

/** The page's own words, with dates that are points or plain spans. */
export const citationWords: CitationWords = {
  date: (edtf) => describeDate(edtf, 'en').text ?? edtf,
  quoted: (text) => t('quoted', { words: text }),
  published: (date) => t('published', { date }),
  retrieved: (date) => t('retrieved', { date }),
  document: (facts) => t('document', { facts }),
  via: (how) => t('via', { how }),
  passage: (text) => t('passage', { words: text }),
  noted: (text) => t('noted', { words: text }),
  position: (start, end) => t('position', { start: String(start), end: String(end) }),
  board: (title, updated, version) => t('board', { title, version, updated }),
}

/** A citation in which everything is given, and everything that TeX or JSON could trip over. */
export const citation: Citation = {
  key: 'valid-winter',
  statement: '“The ferry, 100% {full} & $5_a ~ \\ #1 ^”. Олена Ко, Master, 3 March 2030.',
  source: {
    id: 'report',
    title: 'The {Ferry} & its 50% toll: “Пором” #1_a',
    publisher: 'Harbour & Co',
    author: 'Anna de la Cruz',
    address: 'https://example.org/a_b?x=1&y=%20#part',
    via: 'Copy at example.org',
    published: '2030-03-02',
    retrieved: '2030-03-09',
  },
  passage: {
    source: 'report',
    exact: 'The ferry, 100% {full} & $5_a ~ \\ #1 ^',
    start: 10,
    end: 49,
    prefix: '',
    suffix: '',
  },
  board: {
    title: 'The ferry',
    updated: '2030-03-10',
    version: '2030-03-10.2',
    link: 'https://board.example/cases/valid?quotation=winter',
  },
}
