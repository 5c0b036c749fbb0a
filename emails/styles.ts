import { tokens } from '../src/site.ts';

const { light, dark } = tokens;

/**
 * Styles that MJML writes into the elements themselves: Outlook and Gmail's apps keep those.
 * Lists get their margins in full because Outlook's Word engine indents them otherwise, and boxes
 * are table cells because it pads nothing else.
 */
export const styles = `
p { margin: 0 0 14px; }
h1 { margin: 10px 0 6px; font-size: 30px; line-height: 1.15; color: #ffffff; }
h2 { margin: 6px 0 10px; font-size: 23px; line-height: 1.25; }
h3 { margin: 10px 0 6px; font-size: 19px; line-height: 1.3; }
h4 { margin: 10px 0 4px; font-size: 17px; line-height: 1.35; }
ul, ol { margin: 0 0 14px; padding: 0 0 0 26px; }
li { margin: 0 0 7px; }
li p { margin: 0 0 5px; }
blockquote { margin: 0 0 14px; padding: 0 0 0 16px; border-left: 3px solid ${light.rule}; }
a { color: ${light.link}; }
.mast { margin: 0; color: #ffffff; }
.date { font-size: 20px; }
.greeting { margin: 26px 0 10px; padding: 22px 0 0; border-top: 1px solid ${light.rule}; font-size: 21px; font-weight: bold; }
.over { margin: 26px 0 4px; padding: 22px 0 0; border-top: 1px solid ${light.rule}; font-size: 15px; }
.fine { font-size: 15px; color: ${light.muted}; }
.label { display: inline-block; padding: 1px 8px; border: 1px solid ${light.ink}; font-size: 15px; font-weight: bold; }
.label-action-required { background-color: ${light.alert}; color: ${light.onAlert}; }
.todo { border: 2px solid ${light.ink}; border-top: 8px solid ${light.alert}; }
.panel { border-left: 4px solid ${light.accent}; }
.when { margin: 0 0 8px; }
`;

const darkRules = (prefix: string) => `
${prefix}.paper, ${prefix}.paper > div, ${prefix}.foot, ${prefix}.foot table { background-color: ${dark.paper} !important; }
${prefix}.sheet, ${prefix}.sheet table { background-color: ${dark.raised} !important; }
${prefix}div, ${prefix}p, ${prefix}li, ${prefix}h2, ${prefix}h3, ${prefix}h4, ${prefix}.fine { color: ${dark.ink} !important; }
${prefix}p a, ${prefix}li a { color: ${dark.link} !important; }
${prefix}.panel { background-color: ${dark.tint} !important; border-color: ${dark.accent} !important; }
${prefix}.todo { border-color: ${dark.alert} !important; }
${prefix}.label { border-color: ${dark.ink} !important; color: ${dark.ink} !important; }
${prefix}.label-action-required { color: ${dark.onAlert} !important; background-color: ${dark.alert} !important; }
`;

/** Dark colours, for programs that ask for them and for Outlook on the web, which rewrites pages itself. */
export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body, .sheet, .foot { word-break: break-word; }
@media (prefers-color-scheme: dark) { ${darkRules('')} }
${darkRules('[data-ogsc] ')}
`;
