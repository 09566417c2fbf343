import words from '@/lib/words/en.json' with { type: 'json' }

/**
 * What parts of the page are called, as a test finds them by name. What a test asserts about the case is written out in
 * the test; these are only handles, and follow the words of the product.
 */
export const named = {
  whyOnMap: words.place.passages,
  counted: words.place.figures,
  saidOfIt: words.place.quotations,
  otherRecords: words.quotation.otherRecords,
  noScale: words.chart.unscaled,
  markKey: words.panel.layersKey,
  doubtKey: words.panel.doubtTitle,
  differingWordings: words.differences.wordings,
  notFound: words.differences.notFound,
  notCompared: words.differences.notCompared,
  linesTool: words.voices.show,
  linesOf: words.voices.whose,
  measureTool: words.tools.names.measure,
  compareTool: words.tools.names['lay-over'],
  shareTool: words.tools.names.share,
  bringTool: words.bring.name,
  filterTool: words.tools.names.filter,
  activeFilters: words.filter.active,
  clearFilters: words.filter.clearAll,
} as const

/** The button that takes one filter off. */
export const removeFilter = (what: string) => words.filter.lift.replace('{what}', what)

/** The button on the wall that takes a phone or a display off it. */
export const dropDevice = (name: string) => words.wall.pairing.dropNamed.replace('{name}', name)
