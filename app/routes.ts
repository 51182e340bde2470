import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** The site map: every address in one tree. */
export default [
  index('routes/start.ts'),
  ...prefix(':register', [
    index('routes/home.tsx'),
    route('services', 'routes/services.tsx'),
    route('services/:slug', 'routes/service.tsx'),
    route('municipalities', 'routes/municipalities.tsx'),
    route('municipalities/:slug', 'routes/municipality.tsx'),
    route('help', 'routes/help.tsx'),
    route('help/:kind', 'routes/help-kind.tsx'),
    route('settings', 'routes/settings.tsx'),
    route('emergency', 'routes/emergency.tsx'),
    route('safe-place', 'routes/safe-place.tsx'),
    route('accessibility', 'routes/accessibility.tsx'),
    route('privacy', 'routes/privacy.tsx'),
    route('data', 'routes/data.tsx'),
    route('gallery', 'routes/gallery.tsx'),
    route('gallery/broken', 'routes/gallery-broken.tsx'),
  ]),
  route('data/:file', 'routes/data-file.ts'),
  route('share/:file', 'routes/share-picture.ts'),
  route('accessibility.json', 'routes/accessibility-json.ts'),
  route('sitemap.xml', 'routes/sitemap.ts'),
  route('robots.txt', 'routes/robots.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
