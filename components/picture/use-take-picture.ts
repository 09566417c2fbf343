import { useTranslations } from 'next-intl'
import { focusPlaces } from '@/components/map/focus-places'
import { loadMap } from '@/components/map/load-map'
import { useStreetAttribution } from '@/components/map/street-credit'
import { type NamedRow, useLaidOverNote, useLegend } from '@/components/map/use-legend'
import { useHiddenPlaces, useMapStyle, useThemeName } from '@/components/map/use-map-style'
import { useOverlays } from '@/components/map/use-overlays'
import { visibleBounds } from '@/components/map/visible-bounds'
import { useDateText } from '@/components/record-text/use-words'
import { type CaseIndex, useBasemapVersion, useCase } from '@/lib/client/case-context'
import { drawPicture, loadPictureFonts, measureOn } from '@/lib/client/picture/draw-picture'
import { type Box, type PictureTexts, planPicture } from '@/lib/client/picture/plan-picture'
import { useFocus, useView } from '@/lib/client/view-context'
import { currentLink, currentView } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { writeDay } from '@/lib/derive/calendar'
import { attributionOf, type LinkedPlace } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import {
  boundsToCamera,
  cameraToBounds,
  type Frame,
  type FrameCamera,
  kmPerPixel,
  scaleBar,
} from '@/lib/geo/camera-to-bounds'
import { fitMercator } from '@/lib/geo/project-mercator'
import { LAST_WORLD_ZOOM } from '@/lib/map/basemap-expressions'
import { insetCover, listInsets, placeInsets } from '@/lib/map/inset-frames'
import { type DrawnOverlays, describeOverlays } from '@/lib/map/overlays'
import { type ThemeName, themes } from '@/lib/map/theme'
import { stillMapAddress } from '@/lib/url/still-map-address'
import { useVisibleText } from './use-visible-text'

/** The map of these bounds as the server draws it, with its insets, or these alone. */
async function loadStillMap(
  board: CaseIndex,
  bounds: Bounds,
  size: Frame,
  theme: ThemeName,
  insets: 'all' | 'only',
): Promise<HTMLImageElement> {
  const { center, zoom } = boundsToCamera(bounds, size)
  const view = { ...currentView(), theme, map: { lng: center[0], lat: center[1], zoom } }
  const selected = focusPlaces(board, view.focus).map(({ id }) => id)
  const image = new Image(size.width, size.height)
  image.src = stillMapAddress(board.linked, view, size, selected, { insets })
  await image.decode()
  return image
}

/** Everything that the picture of this moment says, but for its scale; `legend` are the names in it. */
export function usePictureTexts(overlays: DrawnOverlays): (legend: readonly string[]) => Omit<PictureTexts, 'scale'> {
  const t = useTranslations('picture')
  const tPage = useTranslations('page')
  const { linked } = useCase()
  const focus = useFocus()
  const { query } = useVisible()
  const dateText = useDateText()
  const shownText = useVisibleText()
  const laidOverNote = useLaidOverNote(overlays)
  const street = useStreetAttribution()
  return (legend) => ({
    title: linked.title,
    shown: shownText(query, focus),
    legend,
    notes: [
      ...(laidOverNote === null ? [] : [laidOverNote]),
      `${tPage('boundary')} ${attributionOf(linked, [tPage('attribution'), street].filter(Boolean).join(' · '))}`,
      t('dated', {
        date: dateText(linked.updated),
        version: linked.caseVersion,
        taken: dateText(writeDay(Date.now())),
      }),
      currentLink(linked),
    ],
  })
}

const SIZE = { width: 1600, height: 1000 } as const
const SCALE_BAR_PX = 180
const WORLD: Bounds = [-180, -90, 180, 90]

/** A picture that was taken; `mapRatio` is the density that its map could be drawn with. */
export interface TakenPicture {
  blob: Blob
  mapRatio: number | 'still'
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('the picture cannot be written')) : resolve(blob)))
  })
}

/** Composes the picture of the view as it is now, at so many pixels for a px. */
export function useTakePicture(): (pixelRatio: number) => Promise<TakenPicture> {
  const board = useCase()
  const focus = useFocus()
  const { place: shown } = useVisible()
  const visibleLayers = useView((view) => view.visibleLayers)
  const overlays = useOverlays()
  const drawn = describeOverlays(overlays)
  const legendOf = useLegend(drawn)
  const texts = usePictureTexts(drawn)
  const theme = themes[useThemeName()]
  const style = useMapStyle(useBasemapVersion(), 1)
  const hidden = useHiddenPlaces()
  const t = useTranslations('picture')

  /** The map with its insets over it; `mapRatio` as of the picture. */
  const mapImages = async (camera: FrameCamera, box: Box, pixelRatio: number) => {
    const selected = focusPlaces(board, focus)
    const size = { width: Math.round(box.width), height: Math.round(box.height) }
    const bounds = cameraToBounds(camera, size)
    const still = (insets: 'all' | 'only') => loadStillMap(board, bounds, size, theme.name, insets)
    const isShown = ({ id, layer }: LinkedPlace) => shown.has(id) && visibleLayers.includes(layer)
    const placed = placeInsets(listInsets(board.linked, isShown), size, fitMercator(bounds, size.width, size.height))
    try {
      if (style === null) throw new Error('there is no page yet')
      // The module sets the map's workers up, and brings the fonts of its labels.
      await loadMap()
      const { renderMapImage } = await import('@/components/map/render-map-image')
      const covers = placed
        .flatMap(insetCover)
        .map(({ left, top, right, bottom }) => [left, top, right, bottom] as const)
      const [map, ...insets] = await Promise.all([
        renderMapImage({ style, camera, ...size, pixelRatio, selected, hidden, overlays, covers }),
        ...(placed.length === 0 ? [] : [still('only')]),
      ])
      return { images: [map.bitmap, ...insets], mapRatio: map.pixelRatio }
    } catch {
      return { images: [await still('all')], mapRatio: 'still' as const }
    }
  }

  return async (pixelRatio) => {
    const canvas = document.createElement('canvas')
    canvas.width = SIZE.width * pixelRatio
    canvas.height = SIZE.height * pixelRatio
    // It is read at once, and drawing in software spares a device without graphics the detour.
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('no canvas to draw on')
    context.scale(pixelRatio, pixelRatio)
    const everywhere = legendOf(shown, WORLD)
    const { title, shown: told, legend: names, notes } = texts(everywhere.map(({ name }) => name))
    await loadPictureFonts(theme, [title, ...told, ...names, ...notes].join(' '))
    const bounds = visibleBounds(board, focus)
    const setUp = (legend: readonly NamedRow[]) => {
      const said = texts(legend.map(({ name }) => name))
      const plan = (scale: PictureTexts['scale']) => planPicture(SIZE, { ...said, scale }, measureOn(context, theme))
      // The map's size, and with it its scale, hangs on how the words are set, and of these only the bar on the scale.
      const room = plan({ text: '1,000 km', px: SCALE_BAR_PX }).map
      const framed = boundsToCamera(bounds, room)
      const camera = { ...framed, zoom: Math.min(LAST_WORLD_ZOOM, framed.zoom) }
      return { plan, camera, bounds: cameraToBounds(camera, room) }
    }
    // What the map shows hangs on its size, and so on the legend, which says only what the map shows.
    const legend = legendOf(shown, setUp(everywhere).bounds)
    const { plan, camera } = setUp(legend)
    const bar = scaleBar(kmPerPixel(camera.zoom, camera.center[1]), SCALE_BAR_PX)
    const final = plan({ text: t('scale', { km: bar.km, latitude: Math.round(camera.center[1]) }), px: bar.px })
    const { images, mapRatio } = await mapImages(camera, final.map, pixelRatio)
    drawPicture(context, SIZE, final, images, legend, theme)
    return { blob: await toBlob(canvas), mapRatio }
  }
}
