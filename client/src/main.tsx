import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FirstPage } from './FirstPage.js'
import './ui/page.css'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <FirstPage />
  </StrictMode>,
)
