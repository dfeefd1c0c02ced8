#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "load/symbol_support.hpp"

namespace broadside::load {
namespace {

/// A clip that cuts nothing means nothing.
TEST(SvgClips, KeepsTheClipsThatCut) {
    const std::string clip = "<clipPath id='c'><rect width='9' height='9'/></clipPath>";
    const Drawing drawing =
        drawing_of(clip + "<g clip-path='url(#c)'><path d='M1 1h8v2z'/><path d='M10 1h2v2z'/>" +
                   "<path d='M1 1h12v2z'/><path d='M1 3h12v2z'/></g>");
    ASSERT_EQ(drawing.shapes.size(), 3u);
    EXPECT_FALSE(drawing.shapes[0].clip);
    ASSERT_TRUE(drawing.shapes[1].clip);
    EXPECT_EQ(drawing.shapes[1].clip, drawing.shapes[2].clip);
    EXPECT_EQ(drawing.shapes[1].clip->path[2], PathSegment(LineTo{{9, 9}}));
    const Drawing round = drawing_of(
        "<clipPath id='c'><circle r='9' clip-rule='evenodd'/></clipPath><g clip-path='url(#c)'>"
        "<g clip-path='url(#c)'><path d='M1 1h2v2z'/></g></g>");
    const ClipRef inner = round.shapes.at(0).clip;
    EXPECT_EQ(inner->rule, FillRule::EvenOdd);
    EXPECT_EQ(inner->within->path, inner->path);
}

TEST(SvgClips, RefusesClipPathsByName) {
    const std::string used = "<g clip-path='url(#c)'><path d='M1 1h2v2z'/></g>";
    for (const std::string clip :
         {"<clipPath id='c'><circle r='9'/><circle r='8'/></clipPath>",
          "<clipPath id='c' clipPathUnits='objectBoundingBox'><circle r='1'/></clipPath>",
          "<clipPath id='c'><text/></clipPath>", "<clipPath id='c'><use href='#c'/></clipPath>",
          "<clipPath id='c' clip-path='url(#c)'><circle r='1'/></clipPath>"}) {
        EXPECT_EQ(problem_of(svg(clip + "\n" + used)),
                  "s.svg:3:1: error: unsupported clip path of <g>: expected shapes beside each "
                  "other")
            << clip;
    }
}

/// What is white lets through all, and what is not drawn nothing.
TEST(SvgClips, DrawsMasksThatAreClips) {
    const std::string used = "<g mask='url(#m)'><path d='M1 1h12v2z'/></g>";
    const Drawing clipped = drawing_of(
        "<clipPath id='m'><circle cx='9' cy='9' r='9'/></clipPath>"
        "<g clip-path='url(#m)'><path d='M1 1h12v2z'/></g>");
    for (const std::string mask :
         {"<mask id='m'><circle cx='9' cy='9' r='9' fill='#fff'/></mask>",
          "<mask id='m' fill='white'><path d='M0 0h9' fill='none'/><g><circle cx='9' cy='9' r='9'/>"
          "</g></mask>",
          "<g fill='rgb(255,255,255)'><mask id='m'><circle cx='9' cy='9' r='9'/></mask></g>",
          "<mask id='m' style='mask-type:alpha' maskUnits='userSpaceOnUse' x='0' y='0' width='24' "
          "height='24'><circle cx='9' cy='9' r='9'/></mask>"}) {
        const Drawing drawing = drawing_of(mask + used);
        ASSERT_EQ(drawing.shapes.size(), 1u) << mask;
        ASSERT_TRUE(drawing.shapes[0].clip) << mask;
        EXPECT_EQ(drawing.shapes[0].clip->path, clipped.shapes[0].clip->path) << mask;
        EXPECT_FALSE(drawing.shapes[0].clip->within) << mask;
    }
    // The mask's own rectangle cuts as well, and by default has room for the ends of lines.
    const Drawing narrow = drawing_of(
        "<mask id='m' maskUnits='userSpaceOnUse' x='0' y='0' width='7' height='50%'>"
        "<rect width='24' height='24' fill='white'/></mask>" +
        used);
    EXPECT_EQ(narrow.shapes.at(0).clip->path[2], PathSegment(LineTo{{7, 8}}));
    const std::string all = "<mask id='m'><rect width='24' height='24' fill='white'/></mask>";
    EXPECT_FALSE(
        drawing_of(all +
                   "<path mask='url(#m)' stroke='red' stroke-width='.5' d='M2 2h20v12h-20z'/>")
            .shapes.at(0)
            .clip);
    EXPECT_EQ(problem_of(svg(all + "\n<path mask='url(#m)' stroke='red' d='M2 2h20'/>")),
              "s.svg:3:1: error: unsupported mask of <path>: it may end inside of lines");
}

TEST(SvgClips, RefusesOtherMasksByName) {
    const std::string round = "<circle r='9' fill='white'/>";
    for (const std::string& mask : std::vector<std::string>{
             "", "<mask id='m'><circle r='9'/></mask>", "<mask id='m'>" + round + round + "</mask>",
             "<mask id='m'><circle r='9' fill='#fffffe'/></mask>",
             "<mask id='m'><circle r='9' fill='white' stroke='white'/></mask>",
             "<g stroke='#000'><mask id='m'>" + round + "</mask></g>",
             "<mask id='m'><g opacity='.5'>" + round + "</g></mask>",
             "<mask id='m'><circle r='9' fill='white' fill-opacity='.5'/></mask>",
             "<mask id='m'><circle r='9' fill='url(#g) white'/></mask>",
             "<mask id='m' maskContentUnits='objectBoundingBox'>" + round + "</mask>",
             "<mask id='m' mask='url(#m)'>" + round + "</mask>",
             "<mask id='m' x='.1' width='.9'>" + round + "</mask>",
             "<mask id='m'><g clip-path='url(#c)'>" + round + "</g></mask>",
             "<mask id='m'><g filter='url(#f)'>" + round + "</g></mask>",
             "<mask id='m'><text/></mask>", "<mask id='m'><use href='#m'/></mask>"}) {
        EXPECT_EQ(problem_of(svg(mask + "\n<g mask='url(#m)'><path d='M1 1h2v2z'/></g>")),
                  "s.svg:3:1: error: unsupported mask of <g>: expected opaque white shapes beside "
                  "each other")
            << mask;
    }
    const std::string dark = "<mask id='m' style='mask-type:alpha'><circle r='9'/></mask>\n";
    EXPECT_EQ(drawing_of(dark + "<path mask='url(#m)' d='M1 1h2v2z'/>").shapes.size(), 1u);
    EXPECT_NE(problem_of(svg(dark + "<path style='mask:url(#m);mask-mode:luminance' "
                                    "d='M1 1h2v2z'/>")),
              "");
}

}  // namespace
}  // namespace broadside::load
