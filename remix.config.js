/** The one place for the Remix plugin's options; vite.config.ts imports it. */
export default {
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    // Both open an endpoint with a published denial of service that Remix 2 will not fix.
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: false,
  },
}
