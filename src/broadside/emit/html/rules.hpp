#pragma once

#include <string_view>

/// The style sheet of every page, as far as it is no layout's choice. Its rules stand inside that
/// of the page's root, whose descendants they are for.
namespace broadside::emit {

inline constexpr std::string_view kHtmlRules = R"(&,*{box-sizing:border-box}
h1,h2,h3,p,ul{margin:0;padding:0;font:inherit}
ul{list-style:none}
a{color:inherit}
abbr{text-decoration:none}
a:focus-visible,.bsd-scroll:focus-visible{outline:2px solid;outline-offset:2px}
sup{line-height:0;font-size:inherit}
sup a{padding-inline:.1em;white-space:nowrap}
sup a:not(:hover){text-decoration:none}
sup:has(a)~sup a{margin-inline-start:.6rem}
a~sup a{padding-inline-end:max(.6rem,13px)}
a~sup:has(a)~sup a{margin-inline-start:0}
a~sup:has(a)+sup:not(:has(a)){margin-inline:calc(-1*max(.6rem,13px)) max(.6rem,13px)}
strong,em,small{font:inherit}
:is(:lang(ja),:lang(ko)){word-break:keep-all}
:is(:lang(ja),:lang(zh)){line-break:strict}
:lang(zh){word-break:normal}
h1,h2,h3{break-after:avoid;text-wrap:balance;hyphens:auto}
svg{fill:currentColor;stroke:none;vertical-align:middle;flex:none;overflow:hidden}
.bsd-languages{display:flex;flex-wrap:wrap;gap:0 1rem;margin-block-end:1rem}
.bsd-languages a{display:block;min-width:24px;line-height:24px}
.bsd-languages [aria-current]{font-weight:bold;text-decoration:none}
@media print{.bsd-languages{display:none}}
.bsd-definitions{position:absolute;width:0;height:0}
.bsd-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
abbr+.bsd-hidden,.bsd-joint{-webkit-user-select:none;user-select:none}
.bsd-stack{display:grid;grid-template-columns:minmax(0,1fr)}
.bsd-ends,.bsd-beside,.bsd-legend,.bsd-entries{display:flex;flex-wrap:wrap}
.bsd-ends{justify-content:space-between;align-items:baseline}
.bsd-entries>li,.bsd-labelled{display:flex}
.bsd-entries{gap:.25rem 1.25rem}
*+.bsd-entries{margin-block-start:.2rem}
.bsd-entries>li{align-items:center;gap:.4rem}
.bsd-entries>li:has(>p){align-items:baseline}
.bsd-entries>li>*{overflow-wrap:break-word;min-width:0}
.bsd-entries>li>span{flex:none}
.bsd-entries>li>p{flex:none;max-width:60%}
.bsd-tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
.bsd-label{flex:none}
.bsd-code{background:var(--bsd-paper);color-scheme:light;forced-color-adjust:none}
.bsd-label>a{display:inline-block;min-width:24px;min-height:24px}
.bsd-label:has(a)+.bsd-body>:last-child{padding-block-end:max(0px,24px - 1lh)}
.bsd-picture{background:light-dark(transparent,#fff)}
.bsd-marked,.bsd-tag{white-space:nowrap}
:where(.bsd-center)>.bsd-marked:where(:has(.bsd-marks)){display:inline-grid;grid-template-columns:1fr auto 1fr;align-items:center;vertical-align:middle}
.bsd-marked>svg{grid-column:2}
.bsd-marks{grid-column:3;justify-self:start}
.bsd-center>.bsd-marked>.bsd-marks{margin-inline-end:-.75rem}
.bsd-tag{border:1px solid;margin-inline:.15em}
.bsd-figure{white-space:pre;font-variant-numeric:tabular-nums}
.bsd-tail{display:inline-block;text-align:start}
.bsd-tail::before{content:var(--bsd-tail);display:block;height:0;overflow:hidden;visibility:hidden;white-space:pre}
.bsd-tail::after{content:'\200b';visibility:hidden}
.bsd-room{unicode-bidi:isolate}
.bsd-room::after{content:var(--bsd-room);visibility:hidden}
.bsd-among{display:flex;justify-content:flex-end;font-variant-numeric:tabular-nums}
.bsd-among>*{min-width:0;overflow:hidden;white-space:pre}.bsd-among>:first-child{flex-shrink:9999;min-width:min-content;overflow:visible;white-space:inherit}
.bsd-among>.bsd-behind{display:inline-grid;flex:none;align-self:flex-end;overflow:visible;text-align:start}
.bsd-behind>*{grid-area:1/1}.bsd-behind>:first-child{margin-inline-end:-.4rem}
.bsd-body{min-width:0}
.bsd-scroll{overflow-x:auto;position:relative}
.bsd-head,.bsd-again,.bsd-echo,.bsd-word{display:none}
table{border-collapse:collapse;width:100%;overflow-wrap:normal}
th,td{font:inherit;text-align:start;vertical-align:middle}
thead th{vertical-align:bottom}
caption{text-align:start}
.bsd-start{text-align:start}.bsd-center{text-align:center}.bsd-end{text-align:end}
.bsd-filled{background:linear-gradient(var(--bsd-fill),var(--bsd-fill)) center/calc(100% - var(--bsd-gap,.12rem)) calc(100% - 2*var(--bsd-above,0px)) no-repeat;outline:var(--bsd-rim);outline-offset:calc(var(--bsd-gap,.12rem)/-2 - .06rem)}
.bsd-again{--bsd-rim:0}
.bsd-fit{width:max-content;min-width:min-content}
.bsd-led{padding-inline-start:var(--bsd-lead);text-indent:calc(-1*var(--bsd-lead))}
.bsd-led *{text-indent:0}
.bsd-middle{width:fit-content;margin-inline:auto;text-align:start}
.bsd-center>.bsd-fit{margin-inline:auto}.bsd-end>.bsd-fit{margin-inline-start:auto}
.bsd-named{padding-inline-end:calc(var(--bsd-badge) + .4em)}
.bsd-named+svg{margin-inline-start:calc(-1*var(--bsd-badge))}
.bsd-badged{display:flex;gap:.4em;justify-content:space-between}
.bsd-sample{display:flex;align-items:flex-start;gap:.4rem}
.bsd-sample>svg{min-height:1lh}
@media(forced-colors:active){svg:not(.bsd-code){forced-color-adjust:auto}.bsd-coloured:not(.bsd-code){forced-color-adjust:none}
.bsd-unfilled{position:static;display:block;width:auto;height:auto;overflow:visible;clip-path:none;white-space:inherit}}
@media print{.bsd-label>a{min-width:0;min-height:0;text-decoration:none}.bsd-label:has(a)+.bsd-body>:last-child{padding-block-end:0}.bsd-scroll{overflow:visible}tr,li{break-inside:avoid}.bsd-section{break-after:avoid}}
)";

/// Of a fragment's root, and of what is in it but the shapes of symbols: as if its host had no
/// rules.
inline constexpr std::string_view kHtmlFragmentRules =
    R"(all:initial;display:block;inline-size:100%;container-type:inline-size;color-scheme:inherit;visibility:inherit;
:where(:not(svg *)),::before,::after{all:revert}
)";

/// A page is light or dark as what is around it, unless a class or an attribute of an element above
/// says so. Paper is light.
inline constexpr std::string_view kHtmlSchemeRules =
    R"(:where(.dark,[data-theme=dark]) &{color-scheme:dark}
:where(.light,[data-theme=light]) &{color-scheme:light}
@media print{&{color-scheme:light;print-color-adjust:exact}}
)";

/// Of heads that are short or rotated in windows narrower than the number of their class. Whatever
/// is seen, the title in full is what is heard.
inline constexpr std::string_view kHtmlHeadRules =
    R"(.bsd-turn-{0}{{display:inline-block;writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg);white-space:nowrap;vertical-align:bottom}}
.bsd-turn-{0}:is(:lang(ja),:lang(zh)):not(.bsd-slant){{text-orientation:mixed;transform:none}}
.bsd-turn-{0} .bsd-long,.bsd-brief-{0} .bsd-long{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;-webkit-user-select:none;user-select:none}}
.bsd-turn-{0} .bsd-short,.bsd-brief-{0} .bsd-short{{display:inline;text-decoration:none}}
)";

/// Of those that are rotated in windows of any width, and then lean. From right to left, the
/// writing mode has turned them by what is too much.
inline constexpr std::string_view kHtmlSlantRules =
    R"(.bsd-turn-0.bsd-slant{transform:rotate(45deg) translateY(-100%) rotate(180deg);transform-origin:bottom}
.bsd-turn-0.bsd-slant:dir(rtl){transform:rotate(-45deg)}
)";

/// Of columns that give way, and of their heads.
inline constexpr std::string_view kHtmlGivingRules =
    R"(.bsd-gives-{0}>.bsd-fit{{width:auto}}
)";

/// The same, in windows narrower than the number of their class.
inline constexpr std::string_view kHtmlGivenRules =
    R"(:is(th,col).bsd-gives-{0}{{width:var(--bsd-least,auto);min-width:var(--bsd-least,0)}}
.bsd-gives-{0}>.bsd-fit{{max-width:var(--bsd-most)}}
)";

/// Of a table whose rows are cards: what is displayed otherwise is a table all the same to browsers
/// that tell assistive technology of it.
inline constexpr std::string_view kHtmlCardRules =
    R"(.bsd-{0}>table,.bsd-{0} caption{{display:block}}
.bsd-{0} tbody{{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.75rem;margin-block-end:.75rem}}
.bsd-{0} .bsd-echo{{display:block}}
.bsd-{0} :is(thead:not(:has(:target)),thead:has(:target) :is(tr,th):not(:has(:target)),.bsd-blank,.bsd-echo){{position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}}
.bsd-{0} thead:has(:target){{display:block;position:static;border:0}}
.bsd-{0}>table{{border:0;overflow-wrap:anywhere}}
.bsd-{0} tbody>tr{{position:relative;display:flex;flex-direction:column;border:1px solid var(--bsd-line);border-inline-start:var(--bsd-bar,1px solid var(--bsd-line));margin-inline-start:calc(var(--bsd-level,0)*1rem)}}
.bsd-{0} tbody>.bsd-section{{grid-column:1/-1;border:0}}
.bsd-{0} tbody>tr:not(.bsd-section)::after{{content:'';flex:1;min-height:.25rem;background:var(--bsd-tint)}}
.bsd-{0} tbody>tr>*{{display:block;border:0;box-shadow:none;padding:.25rem .75rem;text-align:start}}
.bsd-{0} tbody>tr>th{{order:-1;padding-block:.5rem}}
.bsd-{0} tbody>tr>.bsd-group{{padding-block-end:0}}
.bsd-{0} .bsd-group+th{{padding-block-start:0}}
.bsd-{0} .bsd-group *{{font-size:.875rem;font-weight:400}}
.bsd-{0} tbody>tr>.bsd-several{{padding:0}}
.bsd-{0} :is(td:not(.bsd-several,.bsd-blank),td>.bsd-again,.bsd-own){{display:grid;grid-template-columns:minmax(var(--bsd-label,0),2fr) minmax(0,3fr);column-gap:.75rem;row-gap:.15rem;align-items:baseline;hyphens:auto;padding:.25rem .75rem;position:relative;isolation:isolate}}
.bsd-{0} :is(td,td>.bsd-again,.bsd-own)>*{{grid-column:2;text-align:start}}
.bsd-{0} .bsd-filled{{background-image:none;outline:0}}
.bsd-{0} .bsd-filled:not(.bsd-several)::before{{content:'';grid-column:2/auto;position:absolute;inset-block:.06rem;inset-inline:-.5rem 0;z-index:-1;background:var(--bsd-fill);outline:var(--bsd-rim);outline-offset:-.06rem}}
.bsd-{0} .bsd-fit{{width:auto;max-width:none;margin:0}}
.bsd-{0} .bsd-middle{{margin-inline:0}}
.bsd-{0} td .bsd-head{{display:block;grid-column:1;font-size:.875rem;font-weight:400;line-height:1.3;overflow-wrap:break-word}}
.bsd-{0} td .bsd-over{{grid-column:1/-1;margin-block-start:.25rem;font-weight:700}}
.bsd-{0} .bsd-member{{padding-inline-start:.75rem}}
.bsd-{0} .bsd-filled:has(>.bsd-over)::before{{grid-row:2/auto}}
.bsd-{0} .bsd-again{{display:block}}
.bsd-{0} div.bsd-title>*{{grid-column:1/-1}}
.bsd-{0} .bsd-word{{display:block;align-self:baseline;margin-inline-start:.26em}}
.bsd-{0} .bsd-room{{display:none}}
.bsd-{0} .bsd-among{{justify-content:flex-start}}
.bsd-{0} .bsd-marked{{display:flex;align-items:center;white-space:normal}}
.bsd-{0} .bsd-marked>svg{{align-self:flex-start;min-height:1lh}}
.bsd-{0} .bsd-marks{{flex:none;margin:0}}
.bsd-{0} .bsd-unfilled{{position:static;display:block;width:auto;height:auto;overflow:visible;clip-path:none;white-space:inherit}}
)";

/// Of cards that stand more evenly in one column fewer than there is room for.
inline constexpr std::string_view kHtmlTwoCardRules =
    R"(.bsd-{0} .bsd-even-2{{grid-template-columns:repeat(2,minmax(0,1fr))}}
)";
inline constexpr std::string_view kHtmlThreeCardRules =
    R"(.bsd-{0} .bsd-even-3{{grid-template-columns:repeat(3,minmax(0,1fr))}}
)";

/// Of a table that fits into its region in type that is a little smaller.
inline constexpr std::string_view kHtmlSmallerRules =
    R"(.bsd-{0}>table{{zoom:{2}}}
)";

/// Of a table that may be wider than its region, and is not narrower than a number of rem.
/// Titles of its sections stay where it scrolls sideways.
inline constexpr std::string_view kHtmlScrollRules =
    R"(.bsd-{0}>table{{min-width:{1}rem}}
.bsd-{0} .bsd-section>th>*{{position:sticky;inset-inline-start:.6rem;inline-size:fit-content}}
)";

/// Of a table that scrolls sideways. Its heads stay where its region scrolls, and not where the
/// window does: so the region scrolls in both directions, and is never as high as the window.
inline constexpr std::string_view kHtmlLowRules =
    R"(@media(min-height:30rem){{.bsd-{0}{{max-block-size:85vh}}}}
)";

/// Of heads that stay where the window scrolls, unless that is low.
inline constexpr std::string_view kHtmlStickyHeadRules =
    R"(@media(min-height:30rem){{.bsd-{0} thead{{position:sticky;inset-block-start:0;z-index:2;background:var(--bsd-paper);box-shadow:0 1px var(--bsd-edge)}}
.bsd-{0} tr[id]{{scroll-margin-block-start:8rem}}}}
)";

/// Of heads of rows that stay where a table scrolls sideways.
inline constexpr std::string_view kHtmlStickyRowRules =
    R"(:where(.bsd-{0} tbody)>tr{{background:var(--bsd-paper)}}
:where(.bsd-{0} tbody)>tr>:where([scope=row]){{position:sticky;inset-inline-start:0;z-index:1;background:inherit}}
:where(.bsd-{0}:has(tbody>tr>[scope=row]:first-child) thead)>tr:first-child>:where(:first-child:not([colspan])){{position:sticky;inset-inline-start:0;z-index:1;background:var(--bsd-paper)}}
)";

/// The same in windows in which little would be left beside them: they are narrow there.
inline constexpr std::string_view kHtmlNarrowRowRules =
    R"(.bsd-{0}>table{{min-width:0}}
:where(.bsd-{0} tbody)>tr>:where([scope=row]:first-child),:where(.bsd-{0} thead)>tr:first-child>:where(th:first-child:not([colspan])){{min-width:{1};max-width:{1};overflow-wrap:break-word;hyphens:auto}}
:where(.bsd-{0} tbody)>tr>:where([scope=row]:first-child)>*{{zoom:.8}}
:where(.bsd-{0} tbody)>tr>:where([scope=row]:first-child) .bsd-fit{{width:auto;min-width:0}}
)";

/// Of a table that is never wider than its region: the window scrolls, not that.
inline constexpr std::string_view kHtmlWholeRules =
    R"(.bsd-{0}{{overflow:visible}}
)";

}  // namespace broadside::emit
