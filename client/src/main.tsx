import './no-eval.js'
import '@fontsource-variable/noto-sans/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './ui/page.css'
import './text/language.js'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode, Suspense, lazy } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { Desk } from './home/Desk.js'
import { Home } from './home/Home.js'
import { OutboxProvider } from './secretary/outbox/OutboxProvider.js'
import { SignedIn } from './session/Session.js'
import { theme, themeVariables } from './ui/theme.js'

const SecretaryDesk = lazy(() => import('./secretary/SecretaryDesk.js'))
const PaperPage = lazy(() => import('./paper/PaperPage.js'))
const ModeratorDesk = lazy(() => import('./moderator/ModeratorDesk.js'))
const ProducerDesk = lazy(() => import('./producer/ProducerDesk.js'))
const SetupPage = lazy(() => import('./setup/SetupPage.js'))
const BeforeAirPage = lazy(() => import('./before-air/BeforeAirPage.js'))
const EmergencyPage = lazy(() => import('./paper/EmergencyPage.js'))
const PasswordPage = lazy(() => import('./session/PasswordPage.js'))
const ScreenPage = lazy(() => import('./screen/ScreenPage.js'))

// A screen's ground is its own from the first moment: an overlay is on television.
if (location.pathname === '/screen') document.documentElement.dataset['screen'] = ''

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
// What locks scrolling behind a dialog makes a style of its own, and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce })

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={themeVariables}
      defaultColorScheme="dark"
      getStyleNonce={() => nonce}
    >
      <Notifications position="bottom-right" limit={3} />
      <BrowserRouter>
        <Suspense>
          <Routes>
            <Route path="/screen" element={<ScreenPage />} />
            <Route
              path="*"
              element={
                <SignedIn>
                  <OutboxProvider>
                    <Routes>
                      <Route
                        path="/secretary"
                        element={
                          <Desk role="secretary">
                            <SecretaryDesk />
                          </Desk>
                        }
                      />
                      <Route
                        path="/secretary/paper"
                        element={
                          <Desk role="secretary">
                            <PaperPage />
                          </Desk>
                        }
                      />
                      <Route
                        path="/moderator"
                        element={
                          <Desk role="moderator">
                            <ModeratorDesk />
                          </Desk>
                        }
                      />
                      <Route
                        path="/producer"
                        element={
                          <Desk role="producer">
                            <ProducerDesk />
                          </Desk>
                        }
                      />
                      <Route
                        path="/before-air"
                        element={
                          <Desk role="producer">
                            <BeforeAirPage />
                          </Desk>
                        }
                      />
                      <Route
                        path="/before-air/paper"
                        element={
                          <Desk role="producer">
                            <EmergencyPage />
                          </Desk>
                        }
                      />
                      <Route path="/setup/*" element={<SetupPage />} />
                      <Route path="/password" element={<PasswordPage />} />
                      <Route path="*" element={<Home />} />
                    </Routes>
                  </OutboxProvider>
                </SignedIn>
              }
            />
          </Routes>
        </Suspense>
      </BrowserRouter>
    </MantineProvider>
  </StrictMode>,
)
