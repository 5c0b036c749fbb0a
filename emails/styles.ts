import type { Publication } from '../src/publication/site.ts';

export type Colours = Publication['colours'];

/** The typefaces of a bulletin: those that machines have. */
export const font = "'Segoe UI', Helvetica, Arial, sans-serif";

/**
 * Styles that MJML writes into the elements themselves, for programs that drop the head: they must
 * make a bulletin that is whole. Boxes and rules are borders of table cells, at most 8 pixels wide,
 * and lists stand in by their margin: Outlook's Word engine draws no others.
 */
export const styles = ({ light }: Colours): string => `
h1 { margin: 12px 0 8px; font-size: 24px; line-height: 1.2; }
h2 { margin: 18px 0 10px; font-size: 26px; line-height: 1.2; }
h3 { margin: 22px 0 6px; font-size: 19px; line-height: 1.3; }
h4, h5 { margin: 18px 0 4px; font-size: 17px; line-height: 1.35; }
h2.group { margin: 0 0 6px; font-size: 32px; }
h3.title { margin: 18px 0 10px; font-size: 26px; line-height: 1.2; }
ul, ol { margin: 0 0 14px 26px; padding: 0; }
ol.long-numbers { margin-left: 36px; }
blockquote { margin: 0 0 14px 22px; }
.contents { margin: 0 0 14px 34px; }
a { color: ${light.link}; }
.organisation { margin: 0; color: ${light.raised}; font-size: 15px; font-weight: bold; }
.sent { margin: 0; font-size: 40px; line-height: 1.05; }
.day { margin: 0 0 6px; font-size: 26px; line-height: 1.2; }
.task { margin: 0 0 2px; font-size: 21px; line-height: 1.3; }
.when { margin: 0 0 12px; font-size: 21px; line-height: 1.35; }
.picture img { display: block; border: 0; line-height: 1.4; }
.greeting { margin: 0 0 10px; font-size: 22px; font-weight: bold; }
.label-action-required { background-color: ${light.alert}; }
.category { border-top: 6px solid ${light.ink}; }
.part, .session { border-top: 1px solid ${light.rule}; }
.todo { border: 2px solid ${light.ink}; border-top: 8px solid ${light.alert}; }
.card { border-top: 3px solid ${light.accent}; }
.note { border-left: 6px solid ${light.accent}; }
.warning { border-left: 6px solid ${light.alert}; }
.grid { margin: 0 0 20px; font-family: ${font}; font-size: 16px; line-height: 1.4; color: ${light.ink}; }
.caption { text-align: left; font-size: 17px; font-weight: bold; }
.cell, .top { padding: 9px 18px 9px 0; border-bottom: 1px solid ${light.rule}; text-align: left; vertical-align: top; }
.top { border-bottom: 2px solid ${light.ink}; font-size: 15px; color: ${light.muted}; vertical-align: bottom; }
.tops { display: none; }
.stack { display: block; padding: 2px 0; text-align: left; }
.first { padding: 12px 0 2px; border-top: 1px solid ${light.rule}; }
.last { padding: 2px 0 12px; }
.says { color: ${light.muted}; font-weight: normal; }
.foot { border-top: 4px solid ${light.ink}; }
`;

/* In mail the head is heard by Word too, but for @media: what it would spoil stands there. */
const refinements = ({ light }: Colours) => `
p { margin: 0 0 14px; }
li { margin: 0 0 7px; }
li p { margin: 0 0 5px; }
small { font-size: 15px; line-height: 1.4; color: ${light.muted}; }
h1, h2, .sent strong, .day strong { letter-spacing: -0.5px; }
.whole { white-space: nowrap; }
.label { padding: 2px 8px; border: 2px solid ${light.ink}; font-size: 15px; }
.label-action-required { border-color: ${light.alert}; }
.checks ul { list-style-type: square; }
@media screen {
.address { display: inline-block; }
.label { display: inline-block; line-height: 1.35; }
.label-have-your-say { border-radius: 14px 14px 14px 0; }
.label-save-the-date { border-width: 6px 1px 1px; }
.label-for-information { padding: 0 0 2px; border-width: 0 0 2px; border-color: ${light.rule}; }
blockquote { margin: 0 0 14px !important; padding: 0 0 0 18px; border-left: 3px solid ${light.rule}; }
.tasks { margin: 0 !important; list-style-type: none; }
.tasks li { margin: 0; padding: 12px 0; border-top: 1px solid ${light.rule}; }
.contents li { margin: 0; padding: 8px 0 8px 4px; border-top: 1px solid ${light.rule}; }
}
`;

/* What changes in the dark: a property, its colour, and where. */
const darkRules = ({ dark }: Colours) =>
  [
    [
      'background-color',
      dark.paper,
      '.paper, .paper > div, .paper > div > div, .sheet, .sheet table',
    ],
    ['background-color', dark.tint, '.masthead, .masthead table, .panel, .card, .note, .warning'],
    ['background-color', dark.accent, '.go td, .go a'],
    ['background-color', dark.alert, '.label-action-required'],
    ['color', dark.ink, '.sheet td, .sheet p, .sheet li, h1, h2, h3, h4, .label'],
    ['color', dark.muted, '.sheet small'],
    ['color', dark.link, '.sheet p a, .sheet li a'],
    ['color', dark.onAccent, '.go a'],
    ['color', dark.onAlert, '.label-action-required'],
    [
      'border-color',
      dark.rule,
      'blockquote, .part, .session, .tasks li, .contents li, .label-for-information',
    ],
    ['border-color', dark.ink, '.label, .foot'],
    ['border-color', dark.accent, '.card, .note'],
    ['border-color', dark.alert, '.todo, .warning, .label-action-required'],
  ] as const;

/* What a table changes in the dark. */
const darkTableRules = ({ dark }: Colours) =>
  [
    ['color', dark.ink, '.grid th, .grid caption'],
    ['color', dark.muted, 'th.top, .says'],
    ['color', dark.link, '.grid a'],
    ['border-color', dark.rule, '.cell, .stack'],
    ['border-color', dark.ink, 'th.top'],
  ] as const;

/* What a category changes in the dark. */
const darkCategoryRules = ({ dark }: Colours) => [['border-color', dark.ink, '.category']] as const;

type Rules = ReturnType<typeof darkRules | typeof darkTableRules | typeof darkCategoryRules>;

/* Outlook on the web marks what it recoloured: data-ogsc its words, data-ogsb its grounds. */
const markOf = (property: string) =>
  property === 'background-color' ? '[data-ogsb] ' : '[data-ogsc] ';

const darkCss = (rules: Rules, prefixOf: (property: string) => string) =>
  rules
    .map(([property, colour, where]) => {
      const selectors = where.split(', ').map((selector) => prefixOf(property) + selector);
      return `${selectors.join(', ')} { ${property}: ${colour} !important; }`;
    })
    .join('\n');

/**
 * What programs that keep the head show besides: spacing, the shapes of labels, and dark colours
 * for those that ask for them and for Outlook on the web, which recolours pages by itself.
 */
export const headStyles = (colours: Colours): string => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
${refinements(colours)}
@media (prefers-color-scheme: dark) {
${darkCss(darkRules(colours), () => '')}
}
${darkCss(darkRules(colours), markOf)}
`;

/** The same for categories, which most bulletins have none of. */
export const categoryStyles = (colours: Colours): string => `
h2.group, h3.title { letter-spacing: -0.5px; }
@media (prefers-color-scheme: dark) {
${darkCss(darkCategoryRules(colours), () => '')}
}
${darkCss(darkCategoryRules(colours), markOf)}
`;

/** The same for pictures side by side, which most bulletins have none of. */
export const picturesStyles = (): string => `
@media screen and (min-width: 560px) {
.side { display: table-cell !important; width: 33%; padding-right: 16px !important; }
.side.end { padding-right: 0 !important; }
}
`;

/** The same for tables, which most bulletins have none of. In a wide window a row of one stands side by side. */
export const tableStyles = (colours: Colours): string => `
.grid { font-variant-numeric: tabular-nums; }
.caption { padding: 6px 0 8px; }
@media screen and (min-width: 560px) {
.tops { display: table-header-group !important; }
.stack { display: table-cell !important; padding: 9px 18px 9px 0 !important; border-top: 0 !important; border-bottom: 1px solid ${colours.light.rule}; vertical-align: top; }
.says { display: none !important; }
.keep { word-break: normal !important; }
.right { text-align: right !important; }
.center { text-align: center !important; }
.last { padding-right: 0 !important; }
}
@media (prefers-color-scheme: dark) {
${darkCss(darkTableRules(colours), () => '')}
}
${darkCss(darkTableRules(colours), markOf)}
`;
