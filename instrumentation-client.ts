import { loadLibrary } from '@/components/map/load-library'
import { keepTranslatable } from '@/lib/client/translated-page'
import { pathWithin } from '@/lib/url/base-path'

keepTranslatable(document)

// Runs before the page comes alive: MapLibre is fetched and compiled while React hydrates, instead of after. On a wall also
// because a later release would have taken it away.
const pathname = pathWithin(location.pathname)
if (pathname === '/' || pathname.startsWith('/cases/') || pathname.startsWith('/wall/')) void loadLibrary()
