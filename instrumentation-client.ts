import { loadMap } from '@/components/map/load-map'

// Runs before the page comes alive: the map's code is fetched and compiled while React hydrates, instead of after. On a
// wall also because a later release would have taken it away.
const { pathname } = location
if (pathname === '/' || pathname.startsWith('/cases/') || pathname.startsWith('/wall/')) void loadMap()
