import { publication } from '../../publication/site.ts';
import type { Palette } from '../../publication/site.ts';

const properties = (palette: Palette) =>
  Object.entries(palette)
    .map(([role, colour]) => `--${role}: ${colour};`)
    .join(' ');

/**
 * The style of the few pages that delivery makes by itself, in the colours of the site, for light
 * and dark, without any file beside it.
 */
export const plainStyle = (): string => `
:root { color-scheme: light dark; ${properties(publication().colours.light)} }
@media (prefers-color-scheme: dark) { :root { ${properties(publication().colours.dark)} } }
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 76rem; padding-inline: clamp(1rem, 4vw, 3rem); background: var(--paper); color: var(--ink);
  font: 1rem/1.55 "Atkinson Hyperlegible Next", "Atkinson fallback", "Segoe UI", system-ui, sans-serif; overflow-wrap: break-word; }
main { padding: clamp(1.6rem, 4vw, 3rem) 0 4rem; }
.masthead { padding: 1.1rem 0 0.65rem; border-bottom: 4px solid var(--ink); }
.masthead p { display: flex; flex-wrap: wrap; gap: 0.1rem 0.9rem; max-width: none; margin: 0 0 0.7rem; padding-bottom: 0.7rem;
  border-bottom: 1px solid var(--rule); font-size: 0.9rem; }
.masthead a, .masthead strong { font-size: clamp(1.15rem, 0.2rem + 5.6vw, min(1.1rem + 2vw, 2.3rem)); font-weight: 800;
  letter-spacing: -0.03em; line-height: 1.1; color: inherit; text-decoration: none; }
.masthead a:hover { text-decoration: underline; }
h1 { max-width: 20em; margin: 0 0 1rem; font-size: clamp(1.8rem, 1.4rem + 1.8vw, 2.6rem); font-weight: 800; letter-spacing: -0.025em;
  line-height: 1.08; text-wrap: balance; }
h2 { margin: 2.2rem 0 0.5rem; font-size: 1.25rem; font-weight: 750; line-height: 1.2; }
p, dl, form { max-width: 36rem; margin: 0 0 0.9em; }
p { text-wrap: pretty; }
a { color: var(--link); text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 0.15em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: 1px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.25rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; max-width: 46rem; margin: 0; padding: 0; border-top: 1px solid var(--rule); }
li { border-bottom: 1px solid var(--rule); padding: 0.6rem 0; display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; }
li a { font-weight: 600; padding: 0.15rem 0; }
li span { color: var(--muted); overflow-wrap: anywhere; }
form { margin: 1.3rem 0; }
button { min-height: 44px; padding: 0.62em 1.15em; border: 2px solid var(--accent); border-radius: 3px; background: var(--accent);
  color: var(--onAccent); font: inherit; font-weight: 700; line-height: 1.25; cursor: pointer; }
button:hover, button.quiet { background: transparent; color: var(--link); }
button.quiet:hover { background: var(--accent); color: var(--onAccent); }
label { font-weight: 600; }
input[type='email'], select { display: block; width: 100%; min-height: 44px; margin-top: 0.3rem; padding: 0.5em 0.7em; font: inherit;
  border: 2px solid var(--muted); border-radius: 3px; background: var(--raised); color: var(--ink); }
fieldset { margin: 1.3rem 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
fieldset p { display: flex; gap: 0.6rem; align-items: baseline; margin: 0; }
fieldset label { padding: 0.5rem 0; font-weight: 400; }
input[type='checkbox'], input[type='radio'] { flex: none; width: 1.3rem; height: 1.3rem; margin: 0; align-self: center; accent-color: var(--accent); }
ul { max-width: 36rem; padding-left: 1.2rem; }
ul li { display: list-item; border: 0; padding: 0.2rem 0; }
.trap { position: absolute; left: -100rem; }
.done { border-left: 0.375rem solid var(--accent); background: var(--tint); padding: 0.75rem 1rem; }
code { font: 0.9em ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.5rem; } }
`;
