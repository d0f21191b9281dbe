import { concurrently } from 'concurrently'

/**
 * Compiler, server and pages side by side, each taking up a change by itself. Ctrl+C reaches all three; when one
 * ends, the others end with it.
 */
export async function runDev(onOrphaned) {
  const node = JSON.stringify(process.execPath)
  const { result, commands } = concurrently(
    [
      {
        name: 'build',
        command: `${node} node_modules/typescript/bin/tsc --watch --preserveWatchOutput -p tsconfig.json`,
      },
      { name: 'server', command: `${node} --watch --enable-source-maps dist/server/main.js` },
      { name: 'pages', command: `${node} node_modules/vite/bin/vite.js client --clearScreen false` },
    ],
    { killOthersOn: ['failure', 'success'], prefixColors: ['gray', 'green', 'cyan'] },
  )
  onOrphaned(() => commands.forEach(command => command.kill('SIGTERM')))
  await result.catch(ends => {
    // Ended by a signal is how it is meant to end; ended by itself is a failure.
    if (ends.some(end => typeof end.exitCode === 'number' && end.exitCode > 0 && !end.killed))
      process.exitCode = 1
  })
}
