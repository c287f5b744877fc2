declare module '*.svg?shape' {
  /** What is inside the svg element, for a 24 × 24 view box. */
  const shape: string;
  export default shape;
}
