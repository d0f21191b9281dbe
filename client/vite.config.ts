import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** Where `npm run dev` runs the server. */
const server = `http://127.0.0.1:${process.env.PORT || 3000}`

export default defineConfig({
  plugins: [react()],
  // The server puts each answer's own nonce in its place, for the styles that the UI kit makes at run time.
  html: { cspNonce: '__CSP_NONCE__' },
  resolve: {
    // The project's own "#protocol/…" imports lead to the sources, not to a build of them.
    conditions: ['doithoai-source', ...defaultClientConditions],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    sourcemap: false,
    // A strict Content-Security-Policy: nothing inline, neither data: assets nor the script that preloads modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // In one piece, so that zod is told before any piece with schemas runs.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/no-eval/ }] },
      },
    },
  },
  server: {
    fs: { allow: ['.', '../protocol', '../node_modules'] },
    proxy: {
      // The page's own host goes along: the server compares it with the page's origin.
      '/api': { target: server, changeOrigin: false },
      '/health': { target: server, changeOrigin: false },
      '/socket.io': { target: server, changeOrigin: false, ws: true },
    },
  },
})
