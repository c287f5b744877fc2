/** What the installation declares (tools/accessibility.mjs). */
declare const __CONFORMITY__: 'none' | 'partial' | 'full';
