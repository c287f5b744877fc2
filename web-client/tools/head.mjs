// What every page's head holds: the colour around the page, and the icon of a phone's home screen.
import { colours } from './theme.mjs';

const meta = (attrs) => ({ tag: 'meta', attrs, injectTo: 'head' });

export function pageHead() {
  const surface = colours().get('surface');
  return {
    name: 'page-head',
    transformIndexHtml: () => [
      meta({ name: 'theme-color', content: surface.light, media: '(prefers-color-scheme: light)' }),
      meta({ name: 'theme-color', content: surface.dark, media: '(prefers-color-scheme: dark)' }),
      meta({ name: 'application-name', content: 'Atelier' }),
      meta({ name: 'apple-mobile-web-app-title', content: 'Atelier' }),
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icons/apple-touch-180.png' }, injectTo: 'head' },
    ],
  };
}
