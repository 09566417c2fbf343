import { loadMap } from '@/components/map/load-map'

// Runs before the page comes alive: the map's code is fetched and compiled while React hydrates, instead of after.
if (location.pathname === '/' || location.pathname.startsWith('/cases/')) void loadMap()
