import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where systems keep a Chromium. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Quiet and alone: a browser of a test's talks to the server under test and to nobody else. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that CHROMIUM_PATH names, else the machine's, else the one that comes as a package. */
export async function findBrowser(): Promise<string> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, and there is nothing.`)
  }
  return INSTALLED.find(existsSync) ?? packaged()
}

/** Unpacked into the temporary folder at its first use. It is built for Linux on x64 only. */
export async function packaged(): Promise<string> {
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('not for this machine')
    const { default: shipped } = await import('@sparticuz/chromium')
    return await shipped.executablePath()
  } catch (cause) {
    throw new Error(
      'The journeys need a Chromium and found none. On Debian: apt-get install chromium. Elsewhere: CHROMIUM_PATH.',
      { cause },
    )
  }
}

/** Each browser has a new profile in the temporary folder, which is gone when it is closed. */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...FLAGS, ...flags] })
}
