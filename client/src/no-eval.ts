import { z } from 'zod'

// The Content-Security-Policy forbids code made from text, which zod would use to be faster. Schemas look at this when
// they are made, so it comes before every other import.
z.config({ jitless: true })
