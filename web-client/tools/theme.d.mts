export function themeFile(): string;
export function colours(): Map<string, { light: string; dark: string }>;
