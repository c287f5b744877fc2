export function wrongWith(declaration: object): string[];
export function declarationHtml(declaration: object): string;
