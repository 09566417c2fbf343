import { loadMap } from '@/components/map/load-map'
import { keepTranslatable } from '@/lib/client/translated-page'
import { pathWithin } from '@/lib/url/base-path'

keepTranslatable(document)

// Runs before the page comes alive: the map's code is fetched and compiled while React hydrates, instead of after. On a
// wall also because a later release would have taken it away.
const pathname = pathWithin(location.pathname)
if (pathname === '/' || pathname.startsWith('/cases/') || pathname.startsWith('/wall/')) void loadMap()
