#include <vector>

#include <gtest/gtest.h>

#include "conformance/mutants.hpp"

namespace broadside::conformance_test {

namespace {

TEST(CheckLink, FindsFaultsOfAnnotations) {
    expect_found(std::vector<Mutant>{
        {"a note on the page", 20, "/Subtype /Link", "/Subtype /Text", "pdf-link", "/Subtype"},
        {"not printed", 20, "/F 4", "/F 0", "pdf-link", "/F"},
        {"a border", 20, "[0 0 0]", "[0 0 1]", "pdf-link", "/Border"},
        {"no words", 20, "/Contents (Web site)", "", "pdf-link", "/Contents"},
        {"blank words", 20, "(Web site)", "()", "pdf-link", "/Contents"},
        {"beside the page", 21, "[72 200 82 210]", "[72 200 82 810]", "pdf-link", "/Rect"},
        {"a rectangle of nothing", 21, "[72 200 82 210]", "[72 200 72 210]", "pdf-link", "/Rect"},
        {"half a quadrilateral", 20, " 72 320 122 320]", "]", "pdf-link", "/QuadPoints"},
        {"a quadrilateral outside", 20, "[72 320 172 320", "[72 320 173 320", "pdf-link",
         "/QuadPoints"},
        {"a quadrilateral of no area", 20, "72 300 122 300 72 320 122 320",
         "72 300 72 300 72 320 72 320", "pdf-link", "/QuadPoints"},
        {"a byte that is none", 20, "a?b=c)", "%zz)", "pdf-link", "/URI"},
        {"braces in an address", 20, "a?b=c)", "{x})", "pdf-link", "/URI"},
        {"quotes in an address", 20, "a?b=c)", "\"x\")", "pdf-link", "/URI"},
        {"JavaScript", 20, "/S /URI /URI (https://example.org/a?b=c)", "/S /JavaScript /JS (1)",
         "pdf-link", "/S"},
        {"a scheme that runs", 20, "(https:", "(javascript:", "pdf-link", "javascript:"},
        {"an action behind the action", 20, "/S /URI", "/S /URI /Next 10 0 R", "pdf-link", "/Next"},
        {"a line end in an address", 20, "?b=c)", "?b=c\\n)", "pdf-link", "/URI"},
        {"two targets", 21, "/Dest", "/A << /S /URI /URI (https://example.org/) >> /Dest",
         "pdf-link", "/Dest"},
        {"no target", 21, "/Dest [17 0 R /XYZ 72 700 null]", "", "pdf-link", "/Dest"},
        {"a target that is no page", 21, "[17 0 R", "[18 0 R", "pdf-link", "/Dest"},
        {"a target beside its page", 21, "72 700 null", "72 1700 null", "pdf-link", "/Dest"},
        {"an unknown key", 21, "/F 4", "/F 4 /AA << >>", "pdf-link", "/AA"},
        {"a link that nobody holds", 50, " << /Type /OBJR /Obj 20 0 R /Pg 3 0 R >>",
         " << /Type /OBJR /Obj 21 0 R /Pg 3 0 R >>", "pdf-structure", "object 20"},
        {"a link on another page", 50, "/Obj 20 0 R /Pg 3 0 R", "/Obj 20 0 R /Pg 17 0 R",
         "pdf-structure", "object 20"},
    });
}

}  // namespace

}  // namespace broadside::conformance_test
