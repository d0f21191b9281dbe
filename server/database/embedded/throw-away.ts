import { spawn } from 'node:child_process'
import type { Socket } from 'node:net'

/**
 * A throw-away server ends with the process that started it, in whatever way that ends: a small shell waits for the
 * end of a pipe, which the system closes even after a kill -9, and then tells the server to quit.
 */
export function endWithThisProcess(data: string): void {
  if (process.platform === 'win32') return
  const script = 'cat > /dev/null; kill -QUIT "$(head -n 1 "$0/postmaster.pid")"'
  // In a session of its own, or the Ctrl+C that ends us would end it first.
  const guard = spawn('/bin/sh', ['-c', script, data], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.unref()
  ;(guard.stdin as Socket).unref()
}
