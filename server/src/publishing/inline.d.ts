// esbuild puts these files into the bundles as texts
declare module '*.inline.css' {
  const text: string
  export default text
}
declare module '*.inline.js' {
  const text: string
  export default text
}
