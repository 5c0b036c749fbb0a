/* What programs put on the clipboard, cut down to what matters, for tests. */

/** From Word: a heading, marks that are none, lists as paragraphs with their marks written out, a table. */
export const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal { margin: 0 }</style></head>
<body lang=EN-NZ><!--StartFragment-->
<h2 style='mso-style-link:x'>What is<span style='mso-spacerun:yes'>&nbsp; </span>new<o:p></o:p></h2>
<p class=MsoNormal>Schools can <b style='mso-bidi-font-weight:normal'>now</b> see
their <i>own</i> cases.<span style='font-weight:normal'> Read on.</span><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>Deeper<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Second<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span></span><![endif]>Step one<o:p></o:p></p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Region</p></td><td><p
class=MsoNormal>Paid</p></td></tr><tr><td><p class=MsoNormal>Otago</p></td><td><p>$4</p></td></tr></table>
<script>alert(1)</script><img src="file:///C:/a.png">
<!--EndFragment--></body></html>`;

/** From Outlook: paragraphs as boxes, and links behind an address of its own. */
export const fromOutlook = `<div><div>Kia ora,</div><div><br></div>
<div>Read <a href="https://aus01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fa%3Fb%3D1&amp;data=05">the
page</a> or write to <a href="mailto:desk@ministry.example">the desk</a>.</div>
<div><a href="javascript:alert(1)">Run</a><span style="font-weight:700"> this</span></div></div>`;
