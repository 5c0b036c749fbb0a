import { tokens, type Palette } from '../site.ts';

const properties = (palette: Palette) =>
  Object.entries(palette)
    .map(([role, colour]) => `--${role}: ${colour};`)
    .join(' ');

/**
 * The style of the few pages that delivery makes by itself, in the colours of the site, for light
 * and dark, without any file beside it.
 */
export const plainStyle = `
:root { color-scheme: light dark; ${properties(tokens.light)} }
@media (prefers-color-scheme: dark) { :root { ${properties(tokens.dark)} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.55 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "Public Sans", "Segoe UI", system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
.masthead { border-top: 0.5rem solid var(--accent); padding: 1rem 1.25rem; font-weight: 700; }
.masthead span, .masthead a { display: block; max-width: 43.5rem; margin: 0 auto; }
.masthead a { color: inherit; text-decoration: none; }
.masthead a:hover { text-decoration: underline; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
p, dl { max-width: 38rem; margin: 0 0 1rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.25rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--rule); }
li { border-bottom: 1px solid var(--rule); padding: 0.6rem 0; display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; }
li a { font-weight: 600; padding: 0.15rem 0; }
li span { color: var(--muted); overflow-wrap: anywhere; }
form { margin: 1.5rem 0; }
button { font: inherit; font-weight: 700; padding: 0.75rem 1.5rem; border: 2px solid var(--accent); border-radius: 0.25rem;
  background: var(--accent); color: var(--onAccent); cursor: pointer; }
button.quiet { background: transparent; color: var(--link); }
.done { border-left: 0.375rem solid var(--accent); background: var(--tint); padding: 0.75rem 1rem; }
code { font: 0.9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
`;
