#pragma once

#include <string_view>

/// The style sheet of every page, as far as it is no layout's choice. Its rules stand inside that
/// of the page's root, whose descendants they are for.
namespace broadside::emit {

inline constexpr std::string_view kHtmlRules = R"(&,*{box-sizing:border-box}
h1,h2,h3,p,ul{margin:0;padding:0;font:inherit}
ul{list-style:none}
a{color:inherit}
a:focus-visible,.bsd-scroll:focus-visible{outline:2px solid;outline-offset:2px}
sup{line-height:0;font-size:inherit}
sup a{padding-inline:.1em}
:is(a,sup:has(a))~sup a{margin-inline-start:.6em}
strong,small{font:inherit}
h1,h2,h3{break-after:avoid;text-wrap:balance;hyphens:auto}
svg{fill:currentColor;vertical-align:middle;flex:none;overflow:hidden}
.bsd-definitions{position:absolute}
.bsd-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.bsd-stack{display:grid;grid-template-columns:minmax(0,1fr)}
.bsd-ends,.bsd-beside,.bsd-legend,.bsd-entries{display:flex;flex-wrap:wrap}
.bsd-ends{justify-content:space-between;align-items:baseline}
.bsd-entries>li,.bsd-labelled{display:flex}
.bsd-entries{gap:.25rem 1.25rem}
.bsd-entries>li{align-items:center;gap:.4rem}
.bsd-tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr))}
.bsd-label{flex:none}
svg.bsd-label{background:var(--bsd-paper)}
.bsd-label>a{display:inline-block;min-width:24px;min-height:24px}
.bsd-marked,.bsd-tag{white-space:nowrap}
.bsd-tag{border:1px solid;margin-inline:.15em}
.bsd-figure{white-space:pre;font-variant-numeric:tabular-nums}
.bsd-tail{display:inline-block;text-align:start}
.bsd-tail::before{content:var(--bsd-tail);display:block;height:0;overflow:hidden;visibility:hidden;white-space:pre}
.bsd-tail::after{content:'\200b'}
.bsd-body{min-width:0}
.bsd-scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;overflow-wrap:normal}
th,td{font:inherit;text-align:start;vertical-align:middle}
thead th{vertical-align:bottom}
caption{text-align:start}
.bsd-start{text-align:start}.bsd-centre{text-align:center}.bsd-end{text-align:end}
.bsd-fit{width:max-content}
.bsd-centre>.bsd-fit{margin-inline:auto}.bsd-end>.bsd-fit{margin-inline-start:auto}
.bsd-badged{display:flex;justify-content:space-between;gap:.3em}
.bsd-badge{float:inline-end;margin-inline-start:.3em}
@media(forced-colors:active){svg:not(.bsd-label){forced-color-adjust:auto}}
@media print{.bsd-scroll{overflow:visible}tr,li{break-inside:avoid}}
)";

/// Of heads that are short or rotated in windows narrower than the number of their class. Whatever
/// is seen, the title in full is what is heard.
inline constexpr std::string_view kHtmlHeadRules =
    R"(.bsd-turn-{0}{{display:inline-block;writing-mode:vertical-rl;text-orientation:sideways;transform:rotate(180deg);white-space:nowrap;vertical-align:bottom}}
.bsd-turn-{0} .bsd-long,.bsd-brief-{0} .bsd-long{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}}
.bsd-turn-{0} .bsd-short,.bsd-brief-{0} .bsd-short{{display:inline;text-decoration:none}}
)";

/// Of those that are rotated in windows of any width, and then lean. From right to left, the
/// writing mode has turned them by what is too much.
inline constexpr std::string_view kHtmlSlantRules =
    R"(.bsd-turn-0.bsd-slant{transform:rotate(45deg) translateY(-100%) rotate(180deg);transform-origin:bottom}
.bsd-turn-0.bsd-slant:dir(rtl){transform:rotate(-45deg)}
)";

}  // namespace broadside::emit
