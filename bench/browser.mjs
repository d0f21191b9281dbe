import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** Quiet and alone: it talks to the servers that are measured and to nobody else. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]

/** The browser that CHROMIUM_PATH names, or the machine's; undefined where there is none. */
export const findBrowser = () =>
  [process.env.CHROMIUM_PATH, ...INSTALLED].find(path => path && existsSync(path))

export const launchBrowser = () => chromium.launch({ executablePath: findBrowser(), args: FLAGS })
