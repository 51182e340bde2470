import { vitePlugin as remix } from '@remix-run/dev'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import options from './remix.config.js'

export default defineConfig({
  plugins: [remix(options)],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  build: { assetsInlineLimit: 0, target: 'es2020' },
  worker: { format: 'es' },
  // Every route is listed so that the dev server does not load a second copy of React mid-session.
  optimizeDeps: { entries: ['app/root.tsx', 'app/routes/**/*.tsx'] },
})
