import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.js'
import { vi } from './vi.js'

export type Language = 'vi' | 'en'
const KEPT = 'language'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof vi }
  }
}

/** Vietnamese, until somebody at this browser asks for English. */
export const language = (): Language => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi')

/** Keeps the choice and speaks it from now on. */
export function speak(chosen: Language): void {
  localStorage.setItem(KEPT, chosen)
  document.documentElement.lang = chosen
  void i18next.changeLanguage(chosen)
}

void i18next.use(initReactI18next).init({
  lng: language(),
  fallbackLng: 'vi',
  defaultNS: 'words',
  resources: { vi: { words: vi }, en: { words: en } },
  interpolation: { escapeValue: false },
})
document.documentElement.lang = language()
