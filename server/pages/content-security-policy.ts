/**
 * What a page may load: our own files and nothing else. Without TLS in front, which a station's own network often
 * lacks, `upgrade-insecure-requests` would break every page, so it is not among them.
 */
export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
  'img-src': ["'self'", 'data:'],
  // The silent film that keeps a monitor awake where there is no TLS.
  'media-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'"],
} satisfies Record<string, string[]>

/** The same for one page, whose own styles carry a nonce. */
export const contentSecurityPolicy = (nonce: string) =>
  Object.entries(CONTENT_SECURITY_POLICY)
    .map(([name, values]) =>
      [name, ...values, ...(name === 'style-src' ? [`'nonce-${nonce}'`] : [])].join(' '),
    )
    .join(';')
