import { useTranslations } from 'next-intl'
import { focusPlaces } from '@/components/map/focus-places'
import { loadMap } from '@/components/map/load-map'
import { useLaidOverNote, useLegend } from '@/components/map/use-legend'
import { useHiddenPlaces, useMapStyle, useThemeName } from '@/components/map/use-map-style'
import { useOverlays } from '@/components/map/use-overlays'
import { visibleBounds } from '@/components/map/visible-bounds'
import { useDateText } from '@/components/record-text/use-words'
import { type CaseIndex, useBasemapVersion, useCase } from '@/lib/client/case-context'
import { drawPicture, loadPictureFonts, measureOn } from '@/lib/client/picture/draw-picture'
import { type Box, type PictureTexts, planPicture } from '@/lib/client/picture/plan-picture'
import { useFocus } from '@/lib/client/view-context'
import { currentLink, currentView } from '@/lib/client/view-store'
import { useVisible } from '@/lib/client/visible-context'
import { writeDay } from '@/lib/derive/calendar'
import { attributionOf } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import {
  boundsToCamera,
  cameraToBounds,
  type Frame,
  type FrameCamera,
  kmPerPixel,
  scaleBar,
} from '@/lib/geo/camera-to-bounds'
import { type DrawnOverlays, describeOverlays } from '@/lib/map/overlays'
import { type ThemeName, themes } from '@/lib/map/theme'
import { stillMapAddress } from '@/lib/url/still-map-address'
import { zoomLimits } from '@/lib/url/view-codec'
import { useVisibleText } from './use-visible-text'

/** The map as the server draws it, where the browser cannot. */
async function loadStillMap(
  board: CaseIndex,
  bounds: Bounds,
  { width, height }: Frame,
  theme: ThemeName,
): Promise<HTMLImageElement> {
  const size = { width: Math.round(width), height: Math.round(height) }
  const { center, zoom } = boundsToCamera(bounds, size)
  const view = { ...currentView(), theme, map: { lng: center[0], lat: center[1], zoom } }
  const selected = focusPlaces(board, view.focus).map(({ id }) => id)
  const image = new Image(size.width, size.height)
  image.src = stillMapAddress(board.linked, view, size, selected)
  await image.decode()
  return image
}

/** Everything that the picture of this moment says, but for its scale; `legend` are the names in it. */
export function usePictureTexts(legend: readonly string[], overlays: DrawnOverlays): () => Omit<PictureTexts, 'scale'> {
  const t = useTranslations('picture')
  const tPage = useTranslations('page')
  const { linked } = useCase()
  const focus = useFocus()
  const { query } = useVisible()
  const dateText = useDateText()
  const shownText = useVisibleText()
  const laidOverNote = useLaidOverNote(overlays)
  return () => ({
    title: linked.title,
    shown: shownText(query, focus),
    legend,
    notes: [
      ...(laidOverNote === null ? [] : [laidOverNote]),
      `${tPage('boundary')} ${attributionOf(linked, tPage('attribution'))}`,
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
  const overlays = useOverlays()
  const drawn = describeOverlays(overlays)
  const legend = useLegend(shown, drawn)
  const texts = usePictureTexts(
    legend.map(({ name }) => name),
    drawn,
  )
  const theme = themes[useThemeName()]
  const style = useMapStyle(useBasemapVersion(), 1)
  const hidden = useHiddenPlaces()
  const t = useTranslations('picture')

  const mapImage = async (camera: FrameCamera, { width, height }: Box, pixelRatio: number) => {
    const selected = focusPlaces(board, focus)
    try {
      if (style === null) throw new Error('there is no page yet')
      // The module sets the map's workers up, and brings the fonts of its labels.
      await loadMap()
      const { renderMapImage } = await import('@/components/map/render-map-image')
      return await renderMapImage({ style, camera, width, height, pixelRatio, selected, hidden, overlays })
    } catch {
      const bounds = cameraToBounds(camera, { width, height })
      return { bitmap: await loadStillMap(board, bounds, { width, height }, theme.name), pixelRatio: 'still' as const }
    }
  }

  return async (pixelRatio) => {
    const canvas = document.createElement('canvas')
    canvas.width = SIZE.width * pixelRatio
    canvas.height = SIZE.height * pixelRatio
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas to draw on')
    context.scale(pixelRatio, pixelRatio)
    const said = texts()
    await loadPictureFonts(theme, [said.title, ...said.shown, ...said.legend, ...said.notes].join(' '))
    const bounds = visibleBounds(board, focus)
    const plan = (scale: PictureTexts['scale']) => planPicture(SIZE, { ...said, scale }, measureOn(context, theme))
    // The map's size, and with it its scale, hangs on how the words are set, and of these only the bar on the scale.
    const room = plan({ text: '1,000 km', px: SCALE_BAR_PX }).map
    const framed = boundsToCamera(bounds, room)
    const camera = { ...framed, zoom: Math.min(zoomLimits.max, framed.zoom) }
    const bar = scaleBar(kmPerPixel(camera.zoom, camera.center[1]), SCALE_BAR_PX)
    const final = plan({ text: t('scale', { km: bar.km, latitude: Math.round(camera.center[1]) }), px: bar.px })
    const image = await mapImage(camera, final.map, pixelRatio)
    drawPicture(context, SIZE, final, image.bitmap, legend, theme)
    return { blob: await toBlob(canvas), mapRatio: image.pixelRatio }
  }
}
