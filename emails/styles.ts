import type { Publication } from '../src/publication/site.ts';

type Colours = Publication['colours'];

/**
 * Styles that MJML writes into the elements themselves, for programs that drop the head: they must
 * make a bulletin that is whole. Boxes and rules are borders of table cells, at most 8 pixels wide,
 * and lists stand in by their margin: Outlook's Word engine draws no others.
 */
export const styles = ({ light }: Colours): string => `
h1 { margin: 12px 0 8px; font-size: 24px; line-height: 1.2; }
h2 { margin: 18px 0 10px; font-size: 26px; line-height: 1.2; }
h3 { margin: 22px 0 6px; font-size: 19px; line-height: 1.3; }
h4 { margin: 18px 0 4px; font-size: 17px; line-height: 1.35; }
ul, ol { margin: 0 0 14px 26px; padding: 0; }
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
.part, .session { border-top: 1px solid ${light.rule}; }
.todo { border: 2px solid ${light.ink}; border-top: 8px solid ${light.alert}; }
.card { border-top: 3px solid ${light.accent}; }
.note { border-left: 6px solid ${light.accent}; }
.warning { border-left: 6px solid ${light.alert}; }
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
    ['background-color', dark.paper, '.paper, .paper > div, .sheet, .sheet table'],
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

/* Outlook on the web marks what it recoloured: data-ogsc its words, data-ogsb its grounds. */
const markOf = (property: string) =>
  property === 'background-color' ? '[data-ogsb] ' : '[data-ogsc] ';

const darkCss = (colours: Colours, prefixOf: (property: string) => string) =>
  darkRules(colours)
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
${darkCss(colours, () => '')}
}
${darkCss(colours, markOf)}
`;
